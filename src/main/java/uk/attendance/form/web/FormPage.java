package uk.attendance.form.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.form.Condition;
import uk.attendance.form.ConditionWords;
import uk.attendance.form.Entered;
import uk.attendance.form.Field;
import uk.attendance.form.Form;
import uk.attendance.form.Option;
import uk.attendance.form.Part;
import uk.attendance.form.Repeated;
import uk.attendance.form.Section;
import uk.attendance.form.Supplied;
import uk.attendance.form.Template;
import uk.attendance.form.Words;
import uk.attendance.form.web.Node.Choice;
import uk.attendance.form.web.Node.Looks;
import uk.attendance.form.web.Node.Row;

/** A form with what stands in its boxes, as the page shows it. */
public final class FormPage {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Form form;
  private final Entered entered;
  private final Map<String, String> errors;
  private final Supplied supplied;

  private FormPage(Form form, Entered entered, Map<String, String> errors, Supplied supplied) {
    this.form = form;
    this.entered = entered;
    this.errors = errors;
    this.supplied = supplied;
  }

  /**
   * @param errors what is wrong, by the name of the box
   */
  public static List<Node> of(
      Form form, Entered entered, Map<String, String> errors, Supplied supplied) {
    return new FormPage(form, entered, errors, supplied).nodes(form.parts(), "");
  }

  /** The errors by where on the page they lead. */
  public static Map<String, String> linked(Map<String, String> errors) {
    Map<String, String> linked = new LinkedHashMap<>();
    errors.forEach((name, sentence) -> linked.put(Node.idOf(name), sentence));
    return linked;
  }

  private List<Node> nodes(List<Part> parts, String row) {
    Set<String> inRow = new HashSet<>();
    if (!row.isEmpty()) {
      keys(parts, inRow);
    }
    return nodes(parts, new Where(row, inRow, Placing.of(parts)), true);
  }

  private static void keys(List<Part> parts, Set<String> keys) {
    for (Part part : parts) {
      if (part instanceof Field field) {
        keys.add(field.key());
      } else if (part instanceof Section section) {
        keys(section.parts(), keys);
      }
    }
  }

  private List<Node> nodes(List<Part> parts, Where where, boolean inPlace) {
    List<Node> nodes = new ArrayList<>();
    for (Part part : parts) {
      if (inPlace && where.placing().isMoved(part)) {
        continue;
      }
      nodes.add(node(part, where, inPlace || !where.placing().isRevealed(part)));
      nodes.addAll(nodes(where.placing().after(part), where, false));
    }
    return nodes;
  }

  /**
   * @param conditional whether it says itself when it is shown
   */
  private Node node(Part part, Where where, boolean conditional) {
    Condition hidden = conditional ? part.hiddenWhen() : null;
    String when =
        hidden == null ? null : "Only if " + ConditionWords.shownWhen(hidden, form, supplied);
    String script = hidden == null ? null : script(hidden.negated(), where);
    if (part instanceof Field field) {
      return field(field, where, when, script);
    }
    if (part instanceof Section section) {
      return new Node(
          "section",
          "",
          words(section.label()),
          null,
          null,
          "",
          Looks.NONE,
          List.of(),
          nodes(
              section.parts(),
              new Where(where.row(), where.inRow(), Placing.of(section.parts())),
              true),
          List.of(),
          List.of(),
          when,
          script);
    }
    if (part instanceof Repeated list) {
      return new Node(
          "rows",
          list.key(),
          words(list.label()),
          null,
          null,
          "",
          new Looks("", "", null, null, false, list.grows()),
          List.of(),
          List.of(),
          rows(list),
          List.of(),
          when,
          script);
    }
    return new Node(
        "words",
        "",
        "",
        null,
        null,
        "",
        Looks.NONE,
        List.of(),
        List.of(),
        List.of(),
        Blocks.of(words(((Words) part).text())),
        when,
        script);
  }

  private Node field(Field field, Where where, @Nullable String when, @Nullable String script) {
    String name = where.row() + field.key();
    return new Node(
        Boxes.kind(field),
        name,
        words(field.label()),
        field.hint() == null ? null : words(field.hint()),
        errors.get(name),
        entered.one(name),
        Boxes.looks(field),
        choices(field, name, where),
        Boxes.inner(field, name, entered, errors.get(name)),
        List.of(),
        List.of(),
        when,
        script);
  }

  private List<Choice> choices(Field field, String name, Where where) {
    List<Choice> choices = new ArrayList<>();
    List<String> chosen = entered.all(name);
    for (Option option : Boxes.options(field, supplied)) {
      List<Part> revealed = where.placing().under(field, option.value());
      choices.add(
          new Choice(
              choices.isEmpty() ? Node.idOf(name) : Node.idOf(name) + "-" + (choices.size() + 1),
              option.value(),
              option.label(),
              chosen.contains(option.value()),
              nodes(revealed, where, false),
              revealed.isEmpty()
                  ? null
                  : script(Objects.requireNonNull(revealed.get(0).hiddenWhen()).negated(), where)));
    }
    return choices;
  }

  private List<Row> rows(Repeated list) {
    List<Row> rows = new ArrayList<>();
    int count = Math.max(list.first(), entered.rows(list.key()));
    for (int number = 0; number < count; number++) {
      rows.add(
          new Row(
              number,
              "%s: %d of %d".formatted(words(list.label()), number + 1, count),
              nodes(list.parts(), list.row(number))));
    }
    return rows;
  }

  private String words(Template template) {
    return template.filled(supplied);
  }

  private static String script(Condition shownWhen, Where where) {
    try {
      return JSON.writeValueAsString(
          shownWhen.script(key -> where.inRow().contains(key) ? where.row() + key : key));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("conditions are text, numbers and booleans in lists", e);
    }
  }

  /**
   * @param row what stands before the names of a row's fields
   * @param inRow keys that belong to the row
   */
  private record Where(String row, Set<String> inRow, Placing placing) {}
}
