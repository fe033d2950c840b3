package uk.attendance.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import uk.attendance.form.Filled.Line;
import uk.attendance.form.Filled.Line.Kind;

/**
 * Checks what was entered by the form it was entered in. What the form hides, given the other
 * answers, is ignored; what it does not offer is refused.
 */
public final class FillingIn {

  private final Entered entered;
  private final Supplied supplied;
  private final Visibility visibility;
  private final Map<String, String> errors = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  private FillingIn(Form form, Entered entered, Supplied supplied) {
    this.entered = entered;
    this.supplied = supplied;
    this.visibility = Visibility.of(form, entered);
  }

  public static Filled fill(Form form, Entered entered, Supplied supplied) {
    FillingIn filling = new FillingIn(form, entered, supplied);
    Map<String, Object> answers = new LinkedHashMap<>();
    filling.read(form.parts(), "", answers);
    return new Filled(answers, filling.errors, filling.lines);
  }

  private void read(List<Part> parts, String row, Map<String, Object> answers) {
    for (Part part : parts) {
      if (!visibility.shows(part, row)) {
        continue;
      }
      if (part instanceof Field field) {
        read(field, row, answers);
      } else if (part instanceof Section section) {
        heading(section.label());
        read(section.parts(), row, answers);
      } else if (part instanceof Repeated list) {
        heading(list.label());
        read(list, answers);
      } else if (part instanceof Words words) {
        lines.add(new Line(Kind.TEXT, "", words.text().filled(supplied), List.of()));
      }
    }
  }

  private void heading(Template label) {
    if (!label.source().isBlank()) {
      lines.add(new Line(Kind.HEADING, "", label.filled(supplied), List.of()));
    }
  }

  private void read(Field field, String row, Map<String, Object> answers) {
    String name = row + field.key();
    try {
      Object value = new ReadingField(field, supplied).read(name, entered);
      if (value != null) {
        answers.put(field.key(), value);
      }
      lines.add(
          new Line(
              Kind.ANSWER,
              name,
              field.label().filled(supplied),
              value == null ? List.of() : AnswerWords.of(field, value, supplied)));
    } catch (ReadingField.Wrong wrong) {
      errors.put(name, wrong.sentence());
    }
  }

  private void read(Repeated list, Map<String, Object> answers) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (entered.rows(list.key()) > Repeated.MOST) {
      errors.put(
          list.row(0) + Form.fieldsOf(list.parts()).get(0).key(),
          "“%s” may have %d entries at most; give the others in a note."
              .formatted(list.label().filled(supplied), Repeated.MOST));
      return;
    }
    for (int number = 0; number < visibility.rows(list); number++) {
      String row = list.row(number);
      if (isBlank(row)) {
        continue;
      }
      Map<String, Object> answersOfRow = new LinkedHashMap<>();
      read(list.parts(), row, answersOfRow);
      rows.add(answersOfRow);
    }
    if (!rows.isEmpty()) {
      answers.put(list.key(), rows);
    }
  }

  /** A row in which nothing was said is none. */
  private boolean isBlank(String row) {
    return entered.values().keySet().stream()
        .filter(name -> name.startsWith(row))
        .allMatch(name -> entered.one(name).isEmpty());
  }
}
