package uk.attendance.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every construct that conditions may use, holding and not. */
class ConditionTest {

  private static final Form FORM =
      SomeForm.of(
          "{\"id\": \"t\", \"key\": \"text\", \"type\": \"textfield\", \"label\": \"Text\"}",
          "{\"id\": \"n\", \"key\": \"count\", \"type\": \"number\", \"label\": \"Count\"}",
          "{\"id\": \"c\", \"key\": \"tick\", \"type\": \"checkbox\", \"label\": \"Tick\"}");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          =outcome = "a"                              | outcome=a               | true
          =outcome = "a"                              | outcome=b               | false
          =outcome = "a"                              |                         | false
          outcome = "a"                               | outcome=a               | true
          =outcome != "a"                             | outcome=a               | false
          =outcome != "a"                             | outcome=b               | true
          =outcome != "a"                             |                         | true
          =outcome = null                             |                         | true
          =outcome = null                             | outcome=a               | false
          =outcome != null                            | outcome=a               | true
          =outcome != null                            |                         | false
          =outcome in ("a", "b")                      | outcome=b               | true
          =outcome in ["a"]                           | outcome=b               | false
          =outcome in ("a")                           |                         | false
          =not(outcome in ("a", "b"))                 |                         | true
          =not(outcome in ("a", "b"))                 | outcome=a               | false
          =not(outcome = "a")                         | outcome=b               | true
          =count = 3                                  | count=3                 | true
          =count = 3                                  | count=3.0               | true
          =count = 3                                  | count=4                 | false
          =count = 3                                  | count=three             | false
          =count != -1.5                              | count=-1.5              | false
          =tick = true                                | tick=true               | true
          =tick = true                                |                         | false
          =tick = false                               |                         | true
          =tick != true                               | tick=true               | false
          =text = "say \\"so\\""                      | text=say "so"           | true
          =text = "and"                               | text=and                | true
          =outcome = "a" and tick = true              | outcome=a;tick=true     | true
          =outcome = "a" and tick = true              | outcome=a               | false
          =outcome = "a" or tick = true               | outcome=b;tick=true     | true
          =outcome = "a" or tick = true               | outcome=b               | false
          =outcome = "b" or outcome = "a" and tick = true | outcome=b           | true
          =(outcome = "b" or outcome = "a") and tick = true | outcome=b         | false
          =not(outcome = "a" or tick = true)          | outcome=b               | true
          =not(outcome = "a" and tick = true)         | outcome=a;tick=true     | false
          =not(not(outcome = "a"))                    | outcome=a               | true
          """)
  void holdsOrDoesNot(String expression, String answers, boolean holds) {
    Entered entered = Entered.ofAnswers(FORM, answers(answers));
    Condition condition = FeelReader.read(expression);

    assertThat(condition.holds(entered::one)).isEqualTo(holds);
    assertThat(condition.negated().holds(entered::one)).isEqualTo(!holds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          =outcome != "a"                         | “Outcome” is “First”
          =outcome = "a"                          | “Outcome” is not “First”
          =not(outcome in ("a", "b"))             | “Outcome” is “First” or “Second”
          =tick = false                           | “Tick” is ticked
          =tick = true                            | “Tick” is not ticked
          =text = null                            | “Text” is not empty
          =count != 3                             | “Count” is 3
          =outcome != "a" or tick != true         | “Outcome” is “First” and “Tick” is ticked
          =outcome != "a" and (tick != true or count != 3) | “Outcome” is “First” or (“Tick” is ticked and “Count” is 3)
          """)
  void saysInWordsWhenSomethingIsShown(String hide, String words) {
    assertThat(ConditionWords.shownWhen(FeelReader.read(hide), FORM, SomeForm.SUPPLIED))
        .isEqualTo(words);
  }

  @Test
  void givesTheBrowserArrays() {
    assertThat(
            FeelReader.read("=not(outcome = \"a\") and count in (1, null)")
                .script(key -> "calls[0]." + key))
        .hasToString("[all, [[is-not, calls[0].outcome, [a]], [is, calls[0].count, [1, null]]]]");
  }

  private static Map<String, String> answers(String text) {
    Map<String, String> answers = new java.util.HashMap<>();
    if (text != null) {
      for (String one : text.split(";")) {
        answers.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
      }
    }
    return answers;
  }
}
