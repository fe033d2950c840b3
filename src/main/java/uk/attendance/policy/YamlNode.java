package uk.attendance.policy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A part of a YAML file that knows its place. Scalars are taken as they are written: "yes" and "N"
 * are words here, whatever YAML makes of them.
 */
final class YamlNode {

  private final Node node;
  private final String file;

  private YamlNode(Node node, String file) {
    this.node = node;
    this.file = file;
  }

  /** The whole file; empty where it is no YAML, which is then an error. */
  static Optional<YamlNode> parse(String file, String text, PackErrors errors) {
    try {
      Node root = new Yaml(new LoaderOptions()).compose(new StringReader(text));
      if (root instanceof MappingNode) {
        return Optional.of(new YamlNode(root, file));
      }
      errors.add(new Place(file, 1), "is no policy: expected keys such as 'pack' and 'version'");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      errors.add(new Place(file, line), "is no YAML: " + e.getProblem());
    }
    return Optional.empty();
  }

  Place place() {
    return new Place(file, node.getStartMark().getLine() + 1);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  boolean isText() {
    return node instanceof ScalarNode;
  }

  /** The word as written. */
  String text() {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  List<YamlNode> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return List.of();
    }
    return sequence.getValue().stream().map(item -> new YamlNode(item, file)).toList();
  }

  List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  /** Keys with their values, in the file's order; of a key given twice the first. */
  Map<String, YamlNode> fields() {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    for (Entry entry : entries()) {
      fields.putIfAbsent(entry.key().text(), entry.value());
    }
    return fields;
  }

  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        entries.add(
            new Entry(
                new YamlNode(tuple.getKeyNode(), file), new YamlNode(tuple.getValueNode(), file)));
      }
    }
    return entries;
  }

  Optional<YamlNode> field(String key) {
    return Optional.ofNullable(fields().get(key));
  }

  /** A field that the schema has made sure of. */
  YamlNode get(String key) {
    return field(key)
        .orElseThrow(() -> new IllegalStateException(place() + " has no key '" + key + "'"));
  }

  boolean yes(String key) {
    return field(key).map(YamlNode::text).filter("yes"::equals).isPresent();
  }

  record Entry(YamlNode key, YamlNode value) {}
}
