package uk.attendance.form.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.attendance.form.Condition;
import uk.attendance.form.Field;
import uk.attendance.form.FieldKind;
import uk.attendance.form.Part;

/**
 * Where conditional parts stand: what is asked for one answer of a radio group only stands under
 * that answer; what asks one field that was moved follows it.
 */
final class Placing {

  private final Map<String, List<Part>> under = new HashMap<>();
  private final Map<String, List<Part>> after = new HashMap<>();
  private final Set<String> moved = new HashSet<>();
  private final Set<String> revealed = new HashSet<>();

  private Placing() {}

  /** Of parts that stand beside one another. */
  static Placing of(List<Part> parts) {
    Placing placing = new Placing();
    for (Part part : parts) {
      oneAnswer(part)
          .filter(is -> isRadio(parts, is.key()))
          .ifPresent(
              is -> {
                placing.moved.add(part.id());
                placing.revealed.add(part.id());
                add(placing.under, is.key() + "=" + is.values().get(0), part);
              });
    }
    for (Part part : parts) {
      Condition condition = part.hiddenWhen();
      if (condition != null && !placing.moved.contains(part.id()) && condition.asks().size() == 1) {
        String asked = condition.asks().iterator().next();
        parts.stream()
            .filter(other -> other instanceof Field field && field.key().equals(asked))
            .filter(other -> placing.moved.contains(other.id()))
            .findFirst()
            .ifPresent(
                other -> {
                  placing.moved.add(part.id());
                  add(placing.after, other.id(), part);
                });
      }
    }
    return placing;
  }

  private static Optional<Condition.Is> oneAnswer(Part part) {
    Condition hidden = part.hiddenWhen();
    return hidden != null
            && hidden.negated() instanceof Condition.Is is
            && is.one()
            && is.values().size() == 1
            && is.values().get(0) instanceof String
        ? Optional.of(is)
        : Optional.empty();
  }

  private static boolean isRadio(List<Part> parts, String key) {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Field field
                    && field.key().equals(key)
                    && field.kind() == FieldKind.RADIO);
  }

  private static void add(Map<String, List<Part>> map, String key, Part part) {
    map.computeIfAbsent(key, any -> new ArrayList<>()).add(part);
  }

  boolean isMoved(Part part) {
    return moved.contains(part.id());
  }

  boolean isRevealed(Part part) {
    return revealed.contains(part.id());
  }

  List<Part> under(Field field, String value) {
    return under.getOrDefault(field.key() + "=" + value, List.of());
  }

  List<Part> after(Part part) {
    return after.getOrDefault(part.id(), List.of());
  }
}
