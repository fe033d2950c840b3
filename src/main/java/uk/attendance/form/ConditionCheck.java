package uk.attendance.form;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether each condition asks fields that there are, for answers that they can have. */
final class ConditionCheck {

  private final Form form;
  private final String file;
  private final List<String> errors;
  private final Map<String, Set<String>> dependsOn = new HashMap<>();

  ConditionCheck(Form form, String file, List<String> errors) {
    this.form = form;
    this.file = file;
    this.errors = errors;
  }

  void run() {
    Map<String, Field> known = new HashMap<>();
    Form.fieldsOf(form.parts()).forEach(field -> known.put(field.key(), field));
    check(form.parts(), known, Set.of());
  }

  /**
   * @param asked by the conditions of what these parts stand in
   */
  private void check(List<Part> parts, Map<String, Field> known, Set<String> asked) {
    for (Part part : parts) {
      Set<String> all = new HashSet<>(asked);
      Condition condition = part.hiddenWhen();
      if (condition != null) {
        check(part, condition, known);
        all.addAll(condition.asks());
      }
      if (part instanceof Field field) {
        dependsOn.put(field.key(), all);
        if (reaches(field.key(), field.key(), new HashSet<>())) {
          refuse(part, "its condition asks, by way of others, itself");
        }
      } else if (part instanceof Section section) {
        check(section.parts(), known, all);
      } else if (part instanceof Repeated list) {
        Map<String, Field> inRow = new HashMap<>(known);
        Form.fieldsOf(list.parts()).forEach(field -> inRow.put(field.key(), field));
        check(list.parts(), inRow, all);
      }
    }
  }

  private boolean reaches(String from, String wanted, Set<String> seen) {
    for (String next : dependsOn.getOrDefault(from, Set.of())) {
      if (next.equals(wanted) || (seen.add(next) && reaches(next, wanted, seen))) {
        return true;
      }
    }
    return false;
  }

  private void check(Part part, Condition condition, Map<String, Field> known) {
    if (condition instanceof Condition.Several several) {
      several.conditions().forEach(one -> check(part, one, known));
    } else if (condition instanceof Condition.Is is) {
      Field asked = known.get(is.key());
      if (asked == null) {
        refuse(part, "its condition asks for '%s', which is no field here".formatted(is.key()));
      } else if (asked.kind().isMany()) {
        refuse(part, "its condition asks for '%s', which is a list".formatted(is.key()));
      } else {
        is.values().stream()
            .filter(value -> !canBe(asked, value))
            .forEach(
                value ->
                    refuse(
                        part,
                        "its condition compares '%s' with '%s', which it never is"
                            .formatted(is.key(), value)));
      }
    }
  }

  private static boolean canBe(Field asked, @Nullable Object value) {
    if (value == null) {
      return true;
    }
    return switch (asked.kind()) {
      case CHECKBOX -> value instanceof Boolean;
      case NUMBER -> value instanceof BigDecimal;
      case RADIO, SELECT ->
          value instanceof String
              && (asked.choices().source() != null
                  || asked.choices().fixed().stream()
                      .anyMatch(option -> option.value().equals(value)));
      default -> value instanceof String;
    };
  }

  private void refuse(Part part, String sentence) {
    errors.add(
        "%s, component %s: %s"
            .formatted(file, part instanceof Field field ? field.key() : part.id(), sentence));
  }
}
