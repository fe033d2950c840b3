package uk.attendance.worklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import uk.attendance.form.Entered;
import uk.attendance.form.Field;
import uk.attendance.form.Form;
import uk.attendance.form.Option;
import uk.attendance.form.Supplied;

/** What somebody had typed into a task that was done or taken away meanwhile, to copy. */
record TypedWords(String question, String answer) {

  private static final Supplied NOTHING =
      new Supplied(
          LocalDate.EPOCH, Map.of("pupil", "the pupil", "firstName", "the pupil"), Map.of());

  static List<TypedWords> of(Form form, Entered entered) {
    List<TypedWords> typed = new ArrayList<>();
    entered
        .values()
        .keySet()
        .forEach(
            name -> {
              List<String> all = entered.all(name);
              if (!all.isEmpty()) {
                typed.add(typed(form, name, all));
              }
            });
    return typed;
  }

  private static TypedWords typed(Form form, String name, List<String> all) {
    return form.field(name)
        .map(
            field ->
                new TypedWords(
                    field.label().filled(NOTHING),
                    String.join(", ", all.stream().map(value -> words(field, value)).toList())))
        .orElseGet(() -> new TypedWords(name, String.join(", ", all)));
  }

  private static String words(Field field, String value) {
    return field.choices().of(NOTHING).stream()
        .filter(option -> option.value().equals(value))
        .map(Option::label)
        .findFirst()
        .orElse(value.equals("true") ? "Yes" : value);
  }
}
