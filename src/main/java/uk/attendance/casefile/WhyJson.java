package uk.attendance.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.attendance.policy.RuleId;

/** A why as text, for the timeline's table and for process variables. */
public final class WhyJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the columns and the engine's variables take. */
  private static final int LONGEST = 4000;

  private WhyJson() {}

  public static String write(Why why) {
    String text = text(why, why.days());
    for (int days = why.days().size(); text.length() > LONGEST && days > 1; days /= 2) {
      text = text(why, why.days().subList(0, days / 2));
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the why of rule %s takes %d characters; needed: at most %d"
              .formatted(why.rule(), text.length(), LONGEST));
    }
    return text;
  }

  public static Why read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      Map<String, String> facts = new TreeMap<>();
      node.path("facts")
          .properties()
          .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
      List<LocalDate> days = new ArrayList<>();
      node.path("days").forEach(day -> days.add(LocalDate.parse(day.asText())));
      return new Why(
          textOf(node, "decision"),
          textOf(node, "row"),
          new RuleId(node.path("rule").asText()),
          node.path("words").asText(),
          facts,
          days);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a why is not readable: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(Why why, List<LocalDate> days) {
    ObjectNode node = JSON.createObjectNode();
    if (why.decision() != null) {
      node.put("decision", why.decision());
    }
    if (why.row() != null) {
      node.put("row", why.row());
    }
    node.put("rule", why.rule().value()).put("words", why.words());
    if (!why.facts().isEmpty()) {
      ObjectNode facts = node.putObject("facts");
      new TreeMap<>(why.facts()).forEach(facts::put);
    }
    if (!days.isEmpty()) {
      var list = node.putArray("days");
      days.forEach(day -> list.add(day.toString()));
    }
    return node.toString();
  }

  private static @Nullable String textOf(JsonNode node, String field) {
    return node.hasNonNull(field) ? node.get(field).asText() : null;
  }
}
