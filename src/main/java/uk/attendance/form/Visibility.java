package uk.attendance.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of a form is shown, given what is entered. What is hidden counts as not answered for every
 * other condition.
 */
public final class Visibility {

  private final Entered entered;
  private final Set<String> hidden = new HashSet<>();
  private final Set<String> unanswered = new HashSet<>();

  private Visibility(Entered entered) {
    this.entered = entered;
  }

  public static Visibility of(Form form, Entered entered) {
    Visibility visibility = new Visibility(entered);
    int before;
    do {
      before = visibility.hidden.size();
      visibility.look(form.parts(), "", Set.of());
    } while (visibility.hidden.size() > before);
    return visibility;
  }

  /**
   * @param row what stands before the names of the row's fields; empty outside of a list
   */
  public boolean shows(Part part, String row) {
    return !hidden.contains(row + part.id());
  }

  private void look(List<Part> parts, String row, Set<String> inRow) {
    for (Part part : parts) {
      Condition condition = part.hiddenWhen();
      if (condition != null
          && shows(part, row)
          && condition.holds(key -> answer(key, row, inRow))) {
        hide(part, row);
      }
      if (part instanceof Section section) {
        look(section.parts(), row, inRow);
      } else if (part instanceof Repeated list) {
        Set<String> keys = new HashSet<>();
        Form.fieldsOf(list.parts()).forEach(field -> keys.add(field.key()));
        for (int number = 0; number < rows(list); number++) {
          look(list.parts(), list.row(number), keys);
        }
      }
    }
  }

  int rows(Repeated list) {
    return Math.min(entered.rows(list.key()), Repeated.MOST);
  }

  private String answer(String key, String row, Set<String> inRow) {
    String name = inRow.contains(key) ? row + key : key;
    return unanswered.contains(name) ? "" : entered.one(name);
  }

  private void hide(Part part, String row) {
    hidden.add(row + part.id());
    if (part instanceof Field field) {
      unanswered.add(row + field.key());
    } else if (part instanceof Section section) {
      section.parts().forEach(inner -> hide(inner, row));
    }
  }
}
