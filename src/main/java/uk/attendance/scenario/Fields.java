package uk.attendance.scenario;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The keys of one part of a story, none of them unknown and none given twice. */
final class Fields {

  private final YamlPart part;
  private final String what;
  private final Map<String, YamlPart> values = new LinkedHashMap<>();

  private Fields(YamlPart part, String what) {
    this.part = part;
    this.what = what;
  }

  /** Faults found are kept; the keys that are known can be read all the same. */
  static Fields of(YamlPart part, String what, StoryFaults faults, String... known) {
    Fields fields = new Fields(part, what);
    Set<String> all = Set.of(known);
    for (YamlPart.Entry entry : part.entries()) {
      if (!all.contains(entry.key())) {
        faults.add(
            entry
                .at()
                .fault(
                    "unknown key '%s' in %s; known: %s",
                    entry.key(), what, String.join(", ", known)));
      } else if (fields.values.putIfAbsent(entry.key(), entry.value()) != null) {
        faults.add(entry.at().fault("key '%s' is given twice", entry.key()));
      }
    }
    return fields;
  }

  YamlPart part() {
    return part;
  }

  Optional<YamlPart> find(String key) {
    return Optional.ofNullable(values.get(key));
  }

  YamlPart need(String key) {
    YamlPart value = values.get(key);
    if (value == null) {
      throw part.fault("%s needs the key '%s'", what, key);
    }
    return value;
  }

  boolean has(String key) {
    return values.containsKey(key);
  }

  <T> @Nullable T orNull(String key, Function<YamlPart, T> reading) {
    YamlPart value = values.get(key);
    return value == null ? null : reading.apply(value);
  }

  boolean yes(String key) {
    return find(key).map(YamlPart::yes).orElse(false);
  }

  /** Of the keys, those that are there. */
  List<String> present(Collection<String> keys) {
    return keys.stream().filter(values::containsKey).toList();
  }

  /** A word that has to be one of those known. */
  static String known(YamlPart word, String kind, Predicate<String> isKnown, Iterable<?> known) {
    if (!isKnown.test(word.text())) {
      throw word.fault("no %s '%s'; known: %s", kind, word.text(), joined(known));
    }
    return word.text();
  }

  private static String joined(Iterable<?> known) {
    Iterator<?> iterator = known.iterator();
    StringBuilder text = new StringBuilder();
    while (iterator.hasNext()) {
      text.append(iterator.next()).append(iterator.hasNext() ? ", " : "");
    }
    return text.toString();
  }
}
