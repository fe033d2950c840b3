package uk.attendance.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When something is shown, in words: “Outcome” is “Reason given”. For whoever has no script. */
public final class ConditionWords {

  private final Map<String, Field> fields;
  private final Supplied supplied;

  private ConditionWords(Map<String, Field> fields, Supplied supplied) {
    this.fields = fields;
    this.supplied = supplied;
  }

  /** Of what has a condition. */
  public static String shownWhen(Condition hiddenWhen, Form form, Supplied supplied) {
    Map<String, Field> fields =
        form.everyField()
            .collect(Collectors.toMap(Field::key, Function.identity(), (first, twice) -> first));
    return new ConditionWords(fields, supplied).of(hiddenWhen.negated());
  }

  private String of(Condition condition) {
    if (condition instanceof Condition.Several several) {
      return several.conditions().stream()
          .map(
              inner ->
                  inner instanceof Condition.Several deeper && deeper.all() != several.all()
                      ? "(" + of(inner) + ")"
                      : of(inner))
          .collect(Collectors.joining(several.all() ? " and " : " or "));
    }
    return of((Condition.Is) condition);
  }

  private String of(Condition.Is is) {
    Field field = fields.get(is.key());
    String label = field == null ? is.key() : field.label().filled(supplied);
    if (field != null && field.kind() == FieldKind.CHECKBOX) {
      boolean ticked = is.values().contains(true) == is.one();
      return "“%s” is %s".formatted(label, ticked ? "ticked" : "not ticked");
    }
    List<String> values = is.values().stream().map(value -> words(field, value)).toList();
    return "“%s” is %s%s".formatted(label, is.one() ? "" : "not ", String.join(" or ", values));
  }

  private String words(@Nullable Field field, @Nullable Object value) {
    if (value == null) {
      return "empty";
    }
    Stream<Option> options = field == null ? Stream.empty() : field.choices().of(supplied).stream();
    String words =
        options
            .filter(option -> option.value().equals(value))
            .map(Option::label)
            .findFirst()
            .orElse(String.valueOf(value));
    return value instanceof String ? "“" + words + "”" : words.toLowerCase(Locale.UK);
  }
}
