package uk.attendance.form;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a case supplies to its forms.
 *
 * @param today before which some dates may not lie
 * @param values named values that a form's texts may show, by name
 * @param options answers that only the case knows, by the name a form asks for them ({@code
 *     contacts}, {@code staff}, {@code codes}), and the files there are, by the key of their field
 */
public record Supplied(
    LocalDate today, Map<String, String> values, Map<String, List<Option>> options) {

  public Supplied {
    values = Map.copyOf(values);
    options = Map.copyOf(options);
  }

  List<Option> options(String source) {
    return options.getOrDefault(source, List.of());
  }
}
