package uk.attendance.policy;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a .dmn file as the Camunda Modeler writes it, every part with its line. What an editor may
 * write and a pack may not is an error here: the engine would take it and nobody could check it.
 */
final class DecisionTableReader {

  private static final Pattern DESCRIPTION =
      Pattern.compile("([A-Z]{2}-[A-Z][0-9]+):\\s+(\\S.*)", Pattern.DOTALL);
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern FACT = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final XMLInputFactory XML = factory();

  private final String file;
  private final PackErrors errors;

  private DecisionTableReader(String file, PackErrors errors) {
    this.file = file;
    this.errors = errors;
  }

  /** Empty where an error makes the rest of the table meaningless. */
  static Optional<DecisionTable> read(String pack, String name, String xml, PackErrors errors) {
    String file = PackFiles.path(pack, name);
    PackErrors found = new PackErrors();
    DecisionTableReader reader = new DecisionTableReader(file, found);
    Optional<DecisionTable> table =
        reader.parse(xml).flatMap(root -> reader.table(root, pack, name, xml));
    errors.addAll(found);
    return found.isEmpty() ? table : Optional.empty();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newInstance();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private Optional<Element> parse(String xml) {
    Deque<Element> open = new ArrayDeque<>();
    Element root = new Element("", Map.of(), 1);
    open.push(root);
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            Element element = element(reader);
            open.element().children.add(element);
            open.push(element);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              open.element().text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> open.pop();
          default -> {}
        }
      }
      return Optional.of(root);
    } catch (XMLStreamException e) {
      errors.add(new Place(file, e.getLocation().getLineNumber()), "is no XML");
      return Optional.empty();
    }
  }

  private static Element element(XMLStreamReader reader) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return new Element(reader.getLocalName(), attributes, reader.getLocation().getLineNumber());
  }

  private Optional<DecisionTable> table(Element root, String pack, String name, String xml) {
    List<Element> decisions =
        root.all("definitions").stream().flatMap(d -> d.all("decision").stream()).toList();
    if (decisions.size() != 1 || decisions.get(0).all("decisionTable").size() != 1) {
      errors.add(new Place(file, 1), "holds no decision table, or more than one; needed: one");
      return Optional.empty();
    }
    Element decision = decisions.get(0);
    Element table = decision.all("decisionTable").get(0);
    String key = name.substring(0, name.length() - ".dmn".length());
    if (!decision.attribute("id").equals(key)) {
      error(
          decision,
          "decision '%s'; needed: '%s', the name of its file"
              .formatted(decision.attribute("id"), key));
    }
    if (decision.attribute("name").isBlank()) {
      error(decision, "the decision has no name; needed: the question it answers");
    }
    String policy =
        table.attribute("hitPolicy").isEmpty() ? "UNIQUE" : table.attribute("hitPolicy");
    Optional<DecisionTable.HitPolicy> hitPolicy =
        List.of(DecisionTable.HitPolicy.values()).stream()
            .filter(known -> known.name().equals(policy))
            .findFirst();
    if (hitPolicy.isEmpty() || !table.attribute("aggregation").isEmpty()) {
      error(
          table,
          "hit policy "
              + policy
              + " "
              + table.attribute("aggregation")
              + "; needed: UNIQUE, FIRST or COLLECT");
      return Optional.empty();
    }
    List<DecisionTable.Input> inputs =
        present(table.all("input").stream().map(this::input).toList());
    List<DecisionTable.Output> outputs =
        present(table.all("output").stream().map(this::output).toList());
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    List<DecisionTable.Row> rows = rows(table, inputs, outputs);
    return Optional.of(
        new DecisionTable(
            key,
            decision.attribute("name"),
            pack,
            hitPolicy.get(),
            inputs,
            outputs,
            rows,
            xml,
            place(table)));
  }

  private Optional<DecisionTable.Input> input(Element input) {
    List<Element> expression = input.all("inputExpression");
    String fact = expression.isEmpty() ? "" : expression.get(0).words();
    Optional<ColumnType> type =
        expression.isEmpty()
            ? Optional.empty()
            : ColumnType.of(expression.get(0).attribute("typeRef"));
    if (input.attribute("label").isBlank()) {
      error(input, "an input has no label; needed: plain words with the unit");
    }
    if (!FACT.matcher(fact).matches()) {
      error(
          input,
          "input '%s' looks at '%s'; needed: one variable"
              .formatted(input.attribute("label"), fact));
    }
    if (type.isEmpty()) {
      error(
          input,
          "input '%s' has no type; needed: string, boolean, integer or double"
              .formatted(input.attribute("label")));
      return Optional.empty();
    }
    Cell allowed = allowed(input, "inputValues", type.get());
    if (type.get() == ColumnType.STRING && allowed.isAny()) {
      error(
          input,
          "input '%s' declares no allowed values; needed: all there are"
              .formatted(input.attribute("label")));
    }
    return Optional.of(
        new DecisionTable.Input(input.attribute("label"), fact, type.get(), allowed, place(input)));
  }

  private Optional<DecisionTable.Output> output(Element output) {
    Optional<ColumnType> type = ColumnType.of(output.attribute("typeRef"));
    if (output.attribute("label").isBlank() || !FACT.matcher(output.attribute("name")).matches()) {
      error(output, "an output has no label or no name");
    }
    if (type.isEmpty()) {
      error(
          output,
          "output '%s' has no type; needed: string, boolean, integer or double"
              .formatted(output.attribute("name")));
      return Optional.empty();
    }
    Cell allowed = allowed(output, "outputValues", type.get());
    if (type.get() == ColumnType.STRING && allowed.isAny()) {
      error(
          output,
          "output '%s' declares no allowed values; needed: all there are"
              .formatted(output.attribute("name")));
    }
    return Optional.of(
        new DecisionTable.Output(
            output.attribute("label"),
            output.attribute("name"),
            type.get(),
            allowed,
            place(output)));
  }

  private Cell allowed(Element column, String child, ColumnType type) {
    return column.all(child).stream()
        .findFirst()
        .flatMap(values -> cell(values, type))
        .orElse(new Cell("-", List.of()));
  }

  private List<DecisionTable.Row> rows(
      Element table, List<DecisionTable.Input> inputs, List<DecisionTable.Output> outputs) {
    List<DecisionTable.Row> rows = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Element rule : table.all("rule")) {
      row(rule, inputs, outputs).ifPresent(rows::add);
      if (!ids.add(rule.attribute("id"))) {
        error(rule, "row '%s' stands here twice".formatted(rule.attribute("id")));
      }
    }
    return rows;
  }

  private Optional<DecisionTable.Row> row(
      Element rule, List<DecisionTable.Input> inputs, List<DecisionTable.Output> outputs) {
    String id = rule.attribute("id");
    Matcher description =
        DESCRIPTION.matcher(
            rule.all("description").stream().findFirst().map(Element::ownText).orElse(""));
    boolean described = description.matches();
    if (!described) {
      error(
          rule,
          "row '%s' names no rule; needed: a description such as 'NF-R3: what it says'"
              .formatted(id));
    }
    if (!KEBAB.matcher(id).matches() || id.matches("(decisionrule|rule)-.*")) {
      error(rule, "row id '%s'; needed: a name of its own such as 'genuine-illness'".formatted(id));
    }
    List<Element> entries = rule.all("inputEntry");
    List<Element> answers = rule.all("outputEntry");
    if (entries.size() != inputs.size() || answers.size() != outputs.size()) {
      error(
          rule,
          "row '%s' has %d + %d cells; needed: %d + %d"
              .formatted(id, entries.size(), answers.size(), inputs.size(), outputs.size()));
      return Optional.empty();
    }
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      DecisionTable.Input input = inputs.get(i);
      Element entry = entries.get(i);
      cell(entry, input.type())
          .filter(cell -> isAllowed(cell, input.allowed(), input.label(), entry))
          .ifPresent(cells::add);
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      answer(answers.get(i), outputs.get(i)).ifPresent(values::add);
    }
    if (!described || cells.size() < inputs.size() || values.size() < outputs.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new DecisionTable.Row(
            id,
            new RuleId(description.group(1)),
            description.group(2).strip(),
            cells,
            values,
            place(rule)));
  }

  private Optional<Cell> cell(Element entry, ColumnType type) {
    try {
      return Optional.of(Cell.parse(entry.words(), type));
    } catch (IllegalArgumentException e) {
      error(entry, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private boolean isAllowed(Cell cell, Cell allowed, String column, Element entry) {
    for (Cell.Test test : cell.tests()) {
      if (test instanceof Cell.Equal equal && !allowed.holds(equal.value())) {
        error(
            entry,
            "cell '%s' of column '%s' is none of its values: %s"
                .formatted(cell.text(), column, allowed.text()));
        return false;
      }
    }
    return true;
  }

  private Optional<Object> answer(Element entry, DecisionTable.Output output) {
    Optional<Cell> cell = cell(entry, output.type());
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    List<Cell.Test> tests = cell.get().tests();
    if (tests.size() == 1) {
      if (tests.get(0) instanceof Cell.Equal equal) {
        return isAllowed(cell.get(), output.allowed(), output.label(), entry)
            ? Optional.of(equal.value())
            : Optional.empty();
      }
      if (tests.get(0) instanceof Cell.Range range
          && range.low() != null
          && range.low().equals(range.high())) {
        return Optional.of(range.low());
      }
    }
    error(entry, "answer '%s' is no single value".formatted(cell.get().text()));
    return Optional.empty();
  }

  private static <T> List<T> present(List<Optional<T>> found) {
    return found.stream().flatMap(Optional::stream).toList();
  }

  private Place place(Element element) {
    return new Place(file, element.line);
  }

  private void error(Element element, String message) {
    errors.add(place(element), message);
  }

  /** One element of the file with its line. */
  private static final class Element {
    private final String name;
    private final Map<String, String> attributes;
    private final int line;
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private Element(String name, Map<String, String> attributes, int line) {
      this.name = name;
      this.attributes = attributes;
      this.line = line;
    }

    private String attribute(String key) {
      return attributes.getOrDefault(key, "");
    }

    private List<Element> all(String child) {
      return children.stream().filter(one -> one.name.equals(child)).toList();
    }

    private String ownText() {
      return text.toString().strip();
    }

    /** What stands in its {@code text} child. */
    private String words() {
      return all("text").stream().findFirst().map(Element::ownText).orElse("");
    }
  }
}
