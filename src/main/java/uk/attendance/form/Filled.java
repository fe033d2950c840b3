package uk.attendance.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that somebody filled in and sent.
 *
 * @param answers by key: text, Boolean, Integer or BigDecimal, LocalDate, LocalTime, LocalDateTime,
 *     list of text, list of rows; what was left empty or not shown is not in here
 * @param errors what is wrong, as a sentence, by the name of the box to mend it in
 * @param lines the form as it was filled in, in words
 */
public record Filled(Map<String, Object> answers, Map<String, String> errors, List<Line> lines) {

  public Filled {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
    lines = List.copyOf(lines);
  }

  public boolean isInOrder() {
    return errors.isEmpty();
  }

  /**
   * One line of a form as a person saw it.
   *
   * @param key of the field; empty for what was only to read
   * @param answer in words; empty where it was left empty, or for what was only to read
   */
  public record Line(Kind kind, String key, String words, List<String> answer) {

    public Line {
      answer = List.copyOf(answer);
    }

    /** What a line is. */
    public enum Kind {
      HEADING,
      TEXT,
      ANSWER
    }
  }
}
