package uk.attendance.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of FEEL in which a form says when something is hidden, with every "not" already drawn
 * inward: is one of, is none of, and, or. Evaluated here; the browser, where it runs script, gets
 * {@link #script}.
 */
public sealed interface Condition {

  boolean holds(Answered answered);

  Condition negated();

  /** Keys of the fields it asks. */
  Set<String> asks();

  /**
   * As arrays: {@code ["is","outcome",["reason-given"]]}.
   *
   * @param name what the box of a field is called on the page
   */
  List<Object> script(UnaryOperator<String> name);

  /** How fields stand, as they were entered. */
  interface Answered {

    /** The answer as it was entered; empty where there is none. */
    String answer(String key);
  }

  /**
   * Whether a field has one of some values, or none of them.
   *
   * @param values text, numbers, booleans; null is an empty answer
   */
  record Is(String key, List<@Nullable Object> values, boolean one) implements Condition {

    public Is {
      values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }

    @Override
    public boolean holds(Answered answered) {
      String answer = answered.answer(key);
      return values.stream().anyMatch(value -> equal(value, answer)) == one;
    }

    private static boolean equal(@Nullable Object value, String answer) {
      if (value == null) {
        return answer.isEmpty();
      }
      if (value instanceof Boolean yes) {
        return yes == answer.equals("true");
      }
      if (value instanceof BigDecimal number) {
        try {
          return new BigDecimal(answer).compareTo(number) == 0;
        } catch (NumberFormatException e) {
          return false;
        }
      }
      return value.equals(answer);
    }

    @Override
    public Condition negated() {
      return new Is(key, values, !one);
    }

    @Override
    public Set<String> asks() {
      return Set.of(key);
    }

    @Override
    public List<Object> script(UnaryOperator<String> name) {
      return List.of(one ? "is" : "is-not", name.apply(key), values);
    }
  }

  /** All of some conditions, or any of them. */
  record Several(List<Condition> conditions, boolean all) implements Condition {

    public Several {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Answered answered) {
      Predicate<Condition> holds = condition -> condition.holds(answered);
      return all ? conditions.stream().allMatch(holds) : conditions.stream().anyMatch(holds);
    }

    @Override
    public Condition negated() {
      return new Several(conditions.stream().map(Condition::negated).toList(), !all);
    }

    @Override
    public Set<String> asks() {
      return conditions.stream()
          .flatMap(condition -> condition.asks().stream())
          .collect(Collectors.toSet());
    }

    @Override
    public List<Object> script(UnaryOperator<String> name) {
      return List.of(
          all ? "all" : "any",
          conditions.stream().map(condition -> condition.script(name)).toList());
    }
  }
}
