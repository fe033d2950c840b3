package uk.attendance.form.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.form.Entered;
import uk.attendance.form.Field;
import uk.attendance.form.FieldKind;
import uk.attendance.form.Option;
import uk.attendance.form.Supplied;
import uk.attendance.form.web.Node.Looks;

/** Which box a field gets. */
final class Boxes {

  private Boxes() {}

  static String kind(Field field) {
    return switch (field.kind()) {
      case TEXT, NUMBER, DATE, TIME -> "line";
      case LONG_TEXT -> "page";
      case DATE_AND_TIME -> "moment";
      case CHECKBOX -> "tick";
      case RADIO -> "radio";
      case SELECT -> "select";
      case CHECKLIST -> "checklist";
      case FILE -> "file";
    };
  }

  static Looks looks(Field field) {
    return switch (field.kind()) {
      case NUMBER ->
          new Looks("text", "govuk-input--width-5", field.prefix(), field.suffix(), false, false);
      case DATE -> new Looks("date", "govuk-input--width-10", null, null, false, false);
      case TIME -> new Looks("time", "govuk-input--width-5", null, null, false, false);
      case TEXT -> new Looks("text", width(field), field.prefix(), field.suffix(), false, false);
      case FILE -> new Looks("file", "", null, null, field.several(), false);
      default -> Looks.NONE;
    };
  }

  private static String width(Field field) {
    int longest = field.constraints().maxLength();
    if (longest <= 10) {
      return "govuk-input--width-10";
    }
    return longest <= 40 ? "govuk-input--width-20" : "";
  }

  static List<Option> options(Field field, Supplied supplied) {
    return field.kind() == FieldKind.FILE
        ? supplied.options().getOrDefault(field.key(), List.of())
        : field.choices().of(supplied);
  }

  /** The two boxes of a date with a time. */
  static List<Node> inner(Field field, String name, Entered entered, @Nullable String error) {
    if (field.kind() != FieldKind.DATE_AND_TIME) {
      return List.of();
    }
    return List.of(
        box(name + "-date", "Date", "date", "govuk-input--width-10", entered, error),
        box(name + "-time", "Time", "time", "govuk-input--width-5", entered, error));
  }

  private static Node box(
      String name,
      String label,
      String type,
      String width,
      Entered entered,
      @Nullable String error) {
    return new Node(
        "line",
        name,
        label,
        null,
        error,
        entered.one(name),
        new Looks(type, width, null, null, false, false),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null);
  }
}
