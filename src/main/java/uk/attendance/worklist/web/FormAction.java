package uk.attendance.worklist.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.form.Entered;
import uk.attendance.form.Form;

/**
 * What a button within a form does to what is entered.
 *
 * @param kind draft, add-row, remove-row, add-file, remove-file
 * @param what the list, or the file's number
 * @param number of the row
 */
record FormAction(String kind, String what, int number) {

  /** Anything that no button of the form says is the button that saves the draft. */
  static FormAction of(String action, Form form) {
    String[] words = action.split(":", 3);
    String what = words.length > 1 ? words[1] : "";
    boolean list = form.asks(what) && form.field(what).isEmpty();
    return switch (words[0]) {
      case "add-row" -> list ? new FormAction("add-row", what, 0) : draft();
      case "remove-row" ->
          list && words[2].matches("\\d{1,3}")
              ? new FormAction("remove-row", what, Integer.parseInt(words[2]))
              : draft();
      case "remove-file" ->
          what.matches("\\d{1,18}") ? new FormAction("remove-file", what, 0) : draft();
      default -> draft();
    };
  }

  private static FormAction draft() {
    return new FormAction("draft", "", 0);
  }

  Entered applied(Entered entered) {
    return switch (kind) {
      case "add-row" ->
          entered.with("%s[%d].row".formatted(what, Math.max(1, entered.rows(what))), List.of(""));
      case "remove-row" -> entered.withoutRow(what, number);
      default -> entered;
    };
  }

  @Nullable Long file() {
    return kind.equals("remove-file") ? Long.valueOf(what) : null;
  }

  /** Where on the page one was. */
  String place() {
    return kind.endsWith("-row") ? "#rows-" + what : "#save";
  }
}
