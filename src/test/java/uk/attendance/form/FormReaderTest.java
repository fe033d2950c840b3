package uk.attendance.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What we do not support is refused by the name of its file and component. */
class FormReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type": "taglist"                                          | component 'taglist' is not supported
          "type": "image", "source": "x"                             | component 'image' is not supported
          "type": "expression", "expression": "=1"                   | component 'expression' is not supported
          "type": "textfield", "label": ""                           | has no label
          "type": "textfield", "validate": {"unique": true}          | validate: 'unique' is not supported
          "type": "textfield", "validate": {"min": 3}                | validate: 'min' is not supported
          "type": "textfield", "validate": {"minLength": "=3"}       | validate: 'minLength' is '=3', needed: a number
          "type": "textfield", "validate": {"maxLength": 9000}       | validate: maxLength is 9000, needed: at most 1000
          "type": "textfield", "validate": {"pattern": "["}          | validate: pattern '[' cannot be read
          "type": "textfield", "validate": {"validationType": "iban"} | validate: validationType 'iban' is not supported
          "type": "textfield", "readonly": true                      | cannot be filled in is not supported
          "type": "textfield", "disabled": "=x"                      | 'disabled' is '=x', needed: true or false
          "type": "textfield", "description": "{{secret}}"           | names {{secret}}, which no case supplies
          "type": "textfield", "description": "{{if x then y}}"      | holds an expression; only {{name}}
          "type": "textfield", "description": "=x"                   | holds an expression
          "type": "textfield", "defaultValue": "=today()"            | defaultValue is an expression
          "type": "textfield", "conditional": {"hide": "=f(x)"}      | condition '=f(x)' is not supported: found '(', needed: '=', '!=' or 'in'
          "type": "textfield", "conditional": {"hide": "=a > 1"}     | '> 1' is not permitted in a condition
          "type": "textfield", "conditional": {"hide": "=outcome ="} | found the end, needed: text in quotes
          "type": "textfield", "conditional": {"hide": "=outcome = \\"a\\" b"} | found 'b', needed: 'and', 'or' or the end
          "type": "textfield", "conditional": {"hide": "=nobody = 1"} | asks for 'nobody', which is no field here
          "type": "textfield", "conditional": {"hide": "=outcome = \\"c\\""} | compares 'outcome' with 'c', which it never is
          "type": "textfield", "conditional": {"hide": "=outcome = true"} | compares 'outcome' with 'true', which it never is
          "type": "textfield", "conditional": {"hide": "=x = \\"1\\""} | asks, by way of others, itself
          "type": "textfield", "conditional": {"show": "=x"}         | conditional: 'show' is not supported
          "type": "datetime", "subtype": "week"                      | subtype 'week' is not supported
          "type": "number", "validate": {"minLength": 1}             | validate: 'minLength' is not supported
          "type": "radio"                                            | needed: either values or a valuesKey
          "type": "radio", "valuesExpression": "=x"                  | 'valuesExpression' is not supported
          "type": "select", "valuesKey": "teachers"                  | valuesKey 'teachers' is what no case supplies; known: [codes, contacts, staff]
          "type": "radio", "values": [{"value": "1", "label": ""}]   | every one of its values needs a value and a label
          "type": "radio", "values": [{"value": "1", "label": "A"}, {"value": "1", "label": "B"}] | one of its values stands twice
          "type": "radio", "values": [{"value": "1", "label": "A"}], "defaultValue": "2" | defaultValue '2' is none of its values
          """)
  void aComponentIsRefusedByName(String component, String sentence) {
    String source =
        SomeForm.source(
            "{\"id\": \"x\", \"key\": \"x\", \"label\": \"X\", %s}"
                .formatted(component)
                .replace(
                    "\"label\": \"X\", \"type\": \"textfield\", \"label\"",
                    "\"type\": \"textfield\", \"label\""));

    assertThatThrownBy(() -> Form.read("some", source, Vocabulary.OF_TASKS))
        .isInstanceOf(FormsRefused.class)
        .hasMessageContaining("some.form, component x")
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"id": "t", "type": "text", "text": "**bold**"}            | component t (text): text holds more than paragraphs
          {"id": "t", "type": "text", "text": "[a](b)"}              | component t (text): text holds more than paragraphs
          {"id": "t", "type": "text", "text": "=x"}                  | 'text' holds an expression
          {"id": "g", "type": "group", "path": "inner", "components": []} | component inner (group): 'path' is not supported
          {"id": "l", "type": "dynamiclist", "label": "L", "components": []} | path is 'null', needed: one name
          {"id": "l", "type": "dynamiclist", "label": "L", "path": "l", "components": [{"id": "f", "key": "f", "label": "F", "type": "filepicker"}]} | component f (filepicker): a file in a dynamic list is not supported
          {"id": "x", "key": "outcome", "label": "X", "type": "textfield"} | component outcome (radio): the key stands in this form twice
          {"key": "x", "label": "X", "type": "textfield"}            | component x (textfield): has no id
          {"id": "x", "key": "x y", "label": "X", "type": "textfield"} | key is 'x y', needed: one name
          """)
  void aPartIsRefusedByName(String part, String sentence) {
    assertThatThrownBy(() -> SomeForm.of(part))
        .isInstanceOf(FormsRefused.class)
        .hasMessageContaining("some.form")
        .hasMessageContaining(sentence);
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() {
    assertThatThrownBy(
            () ->
                new Forms(
                    Map.of(
                        "one", "{\"id\": \"two\", \"components\": []}",
                        "three", "{\"id\": \"three\", \"id\": \"three\"}")))
        .isInstanceOfSatisfying(
            FormsRefused.class,
            refused ->
                assertThat(refused.errors())
                    .hasSize(2)
                    .anyMatch(line -> line.startsWith("one.form: its id is 'two'"))
                    .anyMatch(line -> line.startsWith("three.form: Duplicate field 'id'")));
  }
}
