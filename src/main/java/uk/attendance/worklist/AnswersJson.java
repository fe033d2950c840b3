package uk.attendance.worklist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.attendance.form.Field;
import uk.attendance.form.Filled.Line;
import uk.attendance.form.Form;

/** Answers as the database keeps them: dates and times as ISO text. */
final class AnswersJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AnswersJson() {}

  static String write(Object answers) {
    try {
      return JSON.writeValueAsString(plain(answers));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answers are text, numbers, booleans, dates and lists", e);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.forEach((key, inner) -> plain.put(String.valueOf(key), plain(inner)));
      return plain;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(AnswersJson::plain).toList();
    }
    return value instanceof Temporal ? value.toString() : value;
  }

  static Map<String, List<String>> readEntered(String json) {
    return read(json, new TypeReference<>() {});
  }

  static List<Line> readLines(String json) {
    return read(json, new TypeReference<>() {});
  }

  /** With the types that the fields of the form give; a field that is gone by now stays text. */
  static Map<String, Object> readAnswers(String json, Optional<Form> form) {
    Map<String, Object> answers = read(json, new TypeReference<>() {});
    answers.replaceAll(
        (key, value) ->
            form.flatMap(known -> known.field(key))
                .map(field -> typed(field, value))
                .orElse(value));
    return answers;
  }

  private static Object typed(Field field, Object value) {
    return switch (field.kind()) {
      case DATE -> LocalDate.parse(value.toString());
      case TIME -> LocalTime.parse(value.toString());
      case DATE_AND_TIME -> LocalDateTime.parse(value.toString());
      case NUMBER -> value instanceof Integer ? value : new BigDecimal(value.toString());
      default -> value;
    };
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored answers cannot be read", e);
    }
  }
}
