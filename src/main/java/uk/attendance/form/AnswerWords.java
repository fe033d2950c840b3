package uk.attendance.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer as a person reads it. */
final class AnswerWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private AnswerWords() {}

  static List<String> of(Field field, Object value, Supplied supplied) {
    if (value instanceof List<?> many) {
      return many.stream().map(one -> one(field, one, supplied)).toList();
    }
    return List.of(one(field, value, supplied));
  }

  private static String one(Field field, Object value, Supplied supplied) {
    if (value instanceof Boolean yes) {
      return yes ? "Yes" : "No";
    }
    if (value instanceof LocalDate day) {
      return DAY.format(day);
    }
    if (value instanceof LocalTime time) {
      return TIME.format(time);
    }
    if (value instanceof LocalDateTime at) {
      return DAY.format(at) + ", " + TIME.format(at);
    }
    String text = String.valueOf(value);
    List<Option> options =
        field.kind() == FieldKind.FILE
            ? supplied.options(field.key())
            : field.choices().of(supplied);
    String words =
        options.stream()
            .filter(option -> option.value().equals(text))
            .map(Option::label)
            .findFirst()
            .orElse(text);
    return around(field.prefix(), words, field.suffix());
  }

  private static String around(@Nullable String prefix, String words, @Nullable String suffix) {
    return (prefix == null ? "" : prefix) + words + (suffix == null ? "" : " " + suffix);
  }
}
