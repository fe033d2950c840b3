package uk.attendance.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.SchoolDates;

/** Makes a typed answer of what was entered for one field, or says what is wrong with it. */
final class ReadingField {

  private static final DateTimeFormatter WRITTEN_OUT =
      DateTimeFormatter.ofPattern("d [MMMM][MMM] uuuu", Locale.UK);
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private final Field field;
  private final Constraints rules;
  private final Supplied supplied;

  ReadingField(Field field, Supplied supplied) {
    this.field = field;
    this.rules = field.constraints();
    this.supplied = supplied;
  }

  /**
   * @param name of its box
   * @return null where it was left empty
   * @throws Wrong in a sentence
   */
  @Nullable Object read(String name, Entered entered) {
    Object answer =
        switch (field.kind()) {
          case TEXT, LONG_TEXT -> text(raw(name, entered));
          case NUMBER -> number(raw(name, entered));
          case DATE -> date(raw(name, entered));
          case TIME -> time(raw(name, entered));
          case DATE_AND_TIME -> moment(name, entered);
          case CHECKBOX -> ticked(entered.one(name));
          case RADIO, SELECT -> chosen(entered.all(name));
          case CHECKLIST -> offered(entered.all(name), field.choices().of(supplied));
          case FILE -> files(entered.all(name));
        };
    if (answer == null && rules.required()) {
      throw new Wrong(missing());
    }
    return answer;
  }

  private static @Nullable String raw(String name, Entered entered) {
    String raw = entered.one(name);
    return raw.isEmpty() ? null : raw;
  }

  private String missing() {
    String label = label();
    return switch (field.kind()) {
      case TEXT, LONG_TEXT -> "Fill in %s.".formatted(label);
      case NUMBER -> "Give a number for %s.".formatted(label);
      case DATE -> "Give a date for %s.".formatted(label);
      case TIME -> "Give a time for %s.".formatted(label);
      case DATE_AND_TIME -> "Give a date and a time for %s.".formatted(label);
      case CHECKBOX -> "Tick %s to go on.".formatted(label);
      case RADIO, SELECT -> "Choose an answer to %s.".formatted(label);
      case CHECKLIST -> "Tick at least one answer to %s.".formatted(label);
      case FILE -> "Add a file to %s.".formatted(label);
    };
  }

  private @Nullable Object text(@Nullable String text) {
    if (text == null) {
      return null;
    }
    int length = text.codePointCount(0, text.length());
    if (length < rules.minLength()) {
      throw wrong("must have at least %d characters; it has %d.", rules.minLength(), length);
    }
    if (length > rules.maxLength()) {
      throw wrong("may have %d characters at most; it has %d.", rules.maxLength(), length);
    }
    if (field.kind() == FieldKind.TEXT && text.contains("\n")) {
      throw wrong("must be one line.");
    }
    if (rules.pattern() != null && !rules.pattern().matcher(text).matches()) {
      throw rules.patternSentence() == null
          ? wrong("is not written in the form that is asked for.")
          : new Wrong(rules.patternSentence());
    }
    return text;
  }

  private @Nullable Object number(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
      throw wrong("must be a number, such as %s.", rules.decimals() == 0 ? "5" : "2.50");
    }
    BigDecimal number = new BigDecimal(text);
    if (number.stripTrailingZeros().scale() > rules.decimals()) {
      throw rules.decimals() == 0
          ? wrong("must be a whole number, such as 5.")
          : wrong("may have %d digits after the point at most.", rules.decimals());
    }
    if (rules.min() != null && number.compareTo(rules.min()) < 0) {
      throw wrong("must be %s or more.", rules.min().toPlainString());
    }
    if (rules.max() != null && number.compareTo(rules.max()) > 0) {
      throw wrong("must be %s or less.", rules.max().toPlainString());
    }
    return rules.decimals() == 0 ? (Object) number.intValueExact() : number;
  }

  private @Nullable LocalDate date(@Nullable String text) {
    if (text == null) {
      return null;
    }
    LocalDate day =
        SchoolDates.read(text)
            .or(() -> writtenOut(text))
            .filter(found -> !found.isBefore(EARLIEST) && !found.isAfter(LATEST))
            .orElseThrow(() -> wrong("must be a real date, such as 3/11/2025."));
    if (rules.notPast() && day.isBefore(supplied.today())) {
      throw wrong("must be today or later.");
    }
    return day;
  }

  private static Optional<LocalDate> writtenOut(String text) {
    try {
      return Optional.of(LocalDate.parse(text, WRITTEN_OUT));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private @Nullable LocalTime time(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return LocalTime.parse(
          text.matches("\\d[:.]\\d\\d.*") ? "0" + text.replace('.', ':') : text.replace('.', ':'));
    } catch (DateTimeException e) {
      throw wrong("must be a time of day, such as 09:30.");
    }
  }

  private @Nullable LocalDateTime moment(String name, Entered entered) {
    LocalDate day = date(raw(name + "-date", entered));
    LocalTime time = time(raw(name + "-time", entered));
    if (day == null && time == null) {
      return null;
    }
    if (day == null || time == null) {
      throw wrong("needs both a date and a time.");
    }
    return LocalDateTime.of(day, time);
  }

  /** Not ticked is an answer too, unless it must be ticked. */
  private @Nullable Object ticked(String text) {
    boolean ticked = text.equals("true");
    return !ticked && rules.required() ? null : (Object) ticked;
  }

  private @Nullable Object chosen(List<String> values) {
    if (values.size() > 1) {
      throw wrong("takes one answer.");
    }
    List<String> chosen = offered(values, field.choices().of(supplied));
    return chosen == null ? null : chosen.get(0);
  }

  private @Nullable List<String> files(List<String> ids) {
    if (ids.size() > 1 && !field.several()) {
      throw wrong("takes one file.");
    }
    return offered(ids, supplied.options(field.key()));
  }

  private @Nullable List<String> offered(List<String> values, List<Option> options) {
    for (String value : values) {
      if (options.stream().noneMatch(option -> option.value().equals(value))) {
        throw wrong("does not offer what was chosen; choose one of its answers.");
      }
    }
    return values.isEmpty() ? null : values.stream().distinct().toList();
  }

  private String label() {
    return "“" + field.label().filled(supplied) + "”";
  }

  private Wrong wrong(String rest, Object... values) {
    return new Wrong(label() + " " + rest.formatted(values));
  }

  /** An answer that cannot stand. */
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Wrong(String sentence) {
      super(sentence, null, false, false);
    }

    String sentence() {
      return String.valueOf(getMessage());
    }
  }
}
