package uk.attendance.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a letter says and the facts it wants of its case, as the head of its {@code .txt} names them
 * (letters/README.md).
 *
 * @param subject with merge fields
 * @param siblingsTogether whether brothers and sisters stand in one message
 * @param framed whether the plain variant stands in the frame of a letter; a text message does not
 * @param text the plain variant, without its head
 */
public record LetterTemplate(
    String key,
    String subject,
    boolean siblingsTogether,
    boolean framed,
    Map<String, Field> fields,
    String text) {

  /**
   * @param optional whether it may be left out or empty
   */
  record Field(FieldType type, boolean optional) {

    private static final String OPTIONAL = "optional ";

    static Field parse(String words) {
      boolean optional = words.startsWith(OPTIONAL);
      return new Field(
          FieldType.of(optional ? words.substring(OPTIONAL.length()) : words), optional);
    }
  }

  /** What is wrong with the facts of a case, a sentence each; empty where all is well. */
  List<String> faults(Map<String, Object> facts) {
    List<String> faults = new ArrayList<>();
    fields.forEach(
        (name, field) -> {
          Object fact = facts.get(name);
          boolean empty =
              fact == null
                  || fact instanceof String text && text.isBlank()
                  || fact instanceof java.util.Collection<?> all && all.isEmpty();
          if (empty && !field.optional()) {
            faults.add("'%s' is missing".formatted(name));
          } else if (!empty && !field.type().holds(fact)) {
            faults.add(
                "'%s' is no %s"
                    .formatted(name, field.type().name().toLowerCase(java.util.Locale.ROOT)));
          }
        });
    facts.keySet().stream()
        .filter(name -> !fields.containsKey(name))
        .sorted()
        .forEach(name -> faults.add("'%s' is not known to this letter".formatted(name)));
    return faults;
  }

  /** The facts as parents read them. */
  Map<String, Object> words(Map<String, Object> facts) {
    Map<String, Object> words = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          Object fact = facts.get(name);
          words.put(
              name,
              fact != null && field.type().holds(fact)
                  ? field.type().words(fact)
                  : field.type().none());
        });
    return words;
  }
}
