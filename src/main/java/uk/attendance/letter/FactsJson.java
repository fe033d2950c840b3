package uk.attendance.letter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** The facts of a case as they are kept with a message. */
final class FactsJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FactsJson() {}

  /** Facts that the letter does not know, or that are of another type, are left out. */
  static String write(LetterTemplate template, Map<String, Object> facts) {
    Map<String, Object> kept = new TreeMap<>();
    template
        .fields()
        .forEach(
            (name, field) -> {
              Object fact = facts.get(name);
              if (fact != null && field.type().holds(fact)) {
                kept.put(name, field.type().kept(fact));
              }
            });
    try {
      return JSON.writeValueAsString(kept);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("keeping the facts of letter " + template.key(), e);
    }
  }

  static Map<String, Object> read(LetterTemplate template, String kept) {
    try {
      Map<String, Object> facts = new TreeMap<>();
      JSON.readValue(kept, new TypeReference<Map<String, Object>>() {})
          .forEach(
              (name, fact) -> {
                LetterTemplate.Field field = template.fields().get(name);
                if (field != null) {
                  facts.put(name, field.type().restored(fact));
                }
              });
      return facts;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("reading the facts of letter " + template.key(), e);
    }
  }
}
