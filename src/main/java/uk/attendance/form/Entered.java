package uk.attendance.form;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was typed and ticked, by the name of the box, before anybody asked whether it is right: what
 * a draft keeps. Fields of a row stand under {@code list[0].field}, the two boxes of a date with a
 * time under {@code field-date} and {@code field-time}.
 */
public record Entered(Map<String, List<String>> values) {

  public static final Entered NOTHING = new Entered(Map.of());

  private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,4})]\\.(.+)");
  private static final Pattern NOT_FOR_STORAGE = Pattern.compile("[\\p{Cntrl}&&[^\n\t]]");

  public Entered {
    Map<String, List<String>> clean = new LinkedHashMap<>();
    values.forEach((name, all) -> clean.put(name, all.stream().map(Entered::clean).toList()));
    values = Collections.unmodifiableMap(clean);
  }

  private static String clean(String text) {
    return NOT_FOR_STORAGE.matcher(text.replace("\r\n", "\n").replace('\r', '\n')).replaceAll("");
  }

  /** What of a request belongs to the form. */
  public static Entered ofRequest(Form form, Map<String, String[]> parameters) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    parameters.forEach(
        (name, all) -> {
          if (form.asks(key(name))) {
            values.put(name, List.of(all));
          }
        });
    return new Entered(values);
  }

  /** Answers that were given otherwise than on a page: texts, booleans, numbers, dates, lists. */
  public static Entered ofAnswers(Form form, Map<String, ?> answers) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    answers.forEach((key, answer) -> add(values, form.field(key).orElse(null), key, answer));
    return new Entered(values);
  }

  private static void add(
      Map<String, List<String>> values,
      @Nullable Field field,
      String name,
      @Nullable Object value) {
    if (value instanceof Collection<?> many) {
      int row = 0;
      for (Object one : many) {
        if (one instanceof Map<?, ?> fields) {
          String prefix = "%s[%d].".formatted(name, row++);
          fields.forEach((key, inner) -> add(values, null, prefix + key, inner));
        } else {
          add(values, field, name, one);
        }
      }
    } else if (value instanceof LocalDateTime at) {
      add(values, field, name + "-date", at.toLocalDate());
      add(values, field, name + "-time", at.toLocalTime());
    } else if (value != null) {
      values.computeIfAbsent(name, any -> new ArrayList<>()).add(words(field, value));
    }
  }

  /** A plain yes is "yes" to a question that offers that word. */
  private static String words(@Nullable Field field, Object value) {
    if (value instanceof Boolean yes && field != null) {
      String word = yes ? "yes" : "no";
      Predicate<Option> same = option -> option.value().equals(word);
      if (field.choices().fixed().stream().anyMatch(same)) {
        return word;
      }
    }
    return String.valueOf(value);
  }

  /** What stands in the boxes before anybody has answered. */
  public static Entered untouched(Form form) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (Field field : form.fields()) {
      String given = field.given();
      if (given != null) {
        values.put(field.key(), List.of(given));
      }
    }
    return new Entered(values);
  }

  /** Whether anything stands in it. */
  public boolean isEmpty() {
    return values.values().stream().allMatch(all -> all.stream().allMatch(String::isBlank));
  }

  public Entered with(String name, List<String> given) {
    Map<String, List<String>> more = new LinkedHashMap<>(values);
    more.put(name, given);
    return new Entered(more);
  }

  /** Everything under a name that is not blank. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of()).stream()
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /** What stands under a name; empty where nothing does. */
  public String one(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? "" : all.get(0);
  }

  /** As many rows as a list has, blank ones included. */
  public int rows(String list) {
    return values.keySet().stream()
        .map(ROW::matcher)
        .filter(Matcher::matches)
        .filter(row -> row.group(1).equals(list))
        .mapToInt(row -> Integer.parseInt(row.group(2)) + 1)
        .max()
        .orElse(0);
  }

  /** The same without one row; those after it move up. */
  public Entered withoutRow(String list, int number) {
    Map<String, List<String>> left = new LinkedHashMap<>();
    values.forEach(
        (name, all) -> {
          Matcher row = ROW.matcher(name);
          if (!row.matches() || !row.group(1).equals(list)) {
            left.put(name, all);
            return;
          }
          int here = Integer.parseInt(row.group(2));
          if (here != number) {
            left.put(
                "%s[%d].%s".formatted(list, here > number ? here - 1 : here, row.group(3)), all);
          }
        });
    return new Entered(left);
  }

  private static String key(String name) {
    Matcher row = ROW.matcher(name);
    return (row.matches() ? row.group(1) : name).replaceFirst("-(date|time)$", "");
  }
}
