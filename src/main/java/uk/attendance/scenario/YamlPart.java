package uk.attendance.scenario;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import uk.attendance.policy.Place;

/**
 * A part of a story that knows its place. Scalars are taken as written: N is the code N, whatever
 * YAML makes of it. Every reading method refuses with file and line.
 */
final class YamlPart {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.UK).withResolverStyle(ResolverStyle.STRICT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.UK)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Node node;
  private final String file;

  private YamlPart(Node node, String file) {
    this.node = node;
    this.file = file;
  }

  record Entry(String key, YamlPart at, YamlPart value) {}

  static YamlPart parse(String file, String text) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root instanceof MappingNode) {
        return new YamlPart(root, file);
      }
      throw new StoryFault(
          new Place(file, 1), "is no story: keys such as 'scenario' and 'policy' are needed");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new StoryFault(new Place(file, line), "is no YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw new StoryFault(new Place(file, 1), "is no YAML: " + e.getMessage());
    }
  }

  Place place() {
    return new Place(file, node.getStartMark().getLine() + 1);
  }

  StoryFault fault(String sentence, Object... arguments) {
    return new StoryFault(place(), sentence.formatted(arguments));
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  List<Entry> entries() {
    if (!(node instanceof MappingNode mapping)) {
      throw fault("expected keys with values, found %s", shown());
    }
    List<Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlPart key = new YamlPart(tuple.getKeyNode(), file);
      entries.add(new Entry(key.text(), key, new YamlPart(tuple.getValueNode(), file)));
    }
    return entries;
  }

  List<YamlPart> items() {
    if (!(node instanceof SequenceNode sequence)) {
      throw fault("expected a list, found %s", shown());
    }
    return sequence.getValue().stream().map(item -> new YamlPart(item, file)).toList();
  }

  /** A list's items, or the part itself where it stands alone. */
  List<YamlPart> oneOrMore() {
    return isList() ? items() : List.of(this);
  }

  /** The word as written. */
  String text() {
    if (!(node instanceof ScalarNode scalar)) {
      throw fault("expected a word, found %s", shown());
    }
    return scalar.getValue();
  }

  String filledText() {
    if (text().isBlank()) {
      throw fault("expected a word, found nothing");
    }
    return text();
  }

  boolean yes() {
    return switch (text()) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw fault("expected yes or no, found '%s'", text());
    };
  }

  LocalDate day() {
    return day(text());
  }

  /** A day written within this part. */
  LocalDate day(String written) {
    try {
      return LocalDate.parse(written, DAY);
    } catch (DateTimeParseException e) {
      throw fault("expected a date like 2025-11-03, found '%s'", written);
    }
  }

  LocalDateTime moment() {
    try {
      return LocalDateTime.parse(text(), MOMENT);
    } catch (DateTimeParseException e) {
      throw fault("expected a time like 2025-11-03 09:30, found '%s'", text());
    }
  }

  int number() {
    if (!text().matches("\\d{1,6}")) {
      throw fault("expected a whole number, found '%s'", text());
    }
    return Integer.parseInt(text());
  }

  /** What a form is answered with: yes and no are booleans unless quoted; else text, or a list. */
  Object answer() {
    if (isList()) {
      return items().stream().map(YamlPart::answer).toList();
    }
    boolean plain =
        node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    if (plain && text().matches("yes|no|true|false")) {
      return yes();
    }
    return text();
  }

  private String shown() {
    return isMap() ? "keys with values" : isList() ? "a list" : "'" + text() + "'";
  }
}
