package uk.attendance.form;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.form.Filled.Line;

/** Every kind of field: what it takes, what it refuses and in which words. */
class FillingInTest {

  private static final Form FORM = SomeForm.everyComponent();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          notes     | ab           | “Notes” must have at least 3 characters; it has 2.
          notes     | abc          |
          reference | AB123        |
          reference | AB12         | A reference looks like AB123.
          email     | a@b.org      |
          email     | a at b       | Give an e-mail address such as name@example.org.
          phone     | 07700 900141 |
          phone     | ring me      | Give a telephone number such as 01453 123456.
          phone     | 07700 900141 07700 900141 | “Telephone” may have 20 characters at most; it has 25.
          visits    | 0            | “Visits” must be 1 or more.
          visits    | 1            |
          visits    | 2            |
          visits    | 4            |
          visits    | 5            |
          visits    | 6            | “Visits” must be 5 or less.
          visits    | 2.5          | “Visits” must be a whole number, such as 5.
          visits    | two          | “Visits” must be a number, such as 5.
          visits    | 1e9          | “Visits” must be a number, such as 5.
          amount    | 80.50        |
          amount    | 80.505       | “Amount” may have 2 digits after the point at most.
          visitedOn | 2025-11-03   |
          visitedOn | 3/11/2025    |
          visitedOn | 3 Nov 2025   |
          visitedOn | 31/02/2025   | “Visited on” must be a real date, such as 3/11/2025.
          visitedOn | 1025-11-03   | “Visited on” must be a real date, such as 3/11/2025.
          visitedOn | yesterday    | “Visited on” must be a real date, such as 3/11/2025.
          backOn    | 2025-11-02   | “Back on” must be today or later.
          backOn    | 2025-11-03   |
          backOn    | 2025-11-04   |
          time      | 9:30         |
          time      | 09.30        |
          time      | 25:00        | “Time” must be a time of day, such as 09:30.
          concern   | true         |
          letter    | 7            |
          letter    | 9            | “Letter” does not offer what was chosen; choose one of its answers.
          outcome   | done         | “What came of the call?” does not offer what was chosen; choose one of its answers.
          """)
  void takesOrRefusesAnAnswer(String field, String value, String sentence) {
    Map<String, String> answers =
        field.equals("outcome")
            ? Map.of(field, value)
            : Map.of("outcome", "no-answer", field, value);
    String shown = field.equals("concern") ? "told" : "";

    Map<String, String> errors =
        new java.util.HashMap<>(SomeForm.fill(withMore(), answers).errors());
    errors.remove(shown);

    if (sentence == null) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).containsExactly(entry(field, sentence));
    }
  }

  /** The group is shown whatever the outcome. */
  private static Form withMore() {
    return Form.read(
        "every-component",
        FORM.source().replace("and concern = false", "and concern = true"),
        Vocabulary.OF_TASKS);
  }

  @Test
  void givesEachAnswerItsType() {
    Filled filled =
        SomeForm.fill(
            FORM,
            Map.ofEntries(
                entry("notes", " rang out\r\ntwice "),
                entry("visits", 3),
                entry("amount", "80.50"),
                entry("visitedOn", LocalDate.of(2025, 11, 3)),
                entry("time", "9.30"),
                entry("rungAt", LocalDateTime.of(2025, 11, 3, 9, 5)),
                entry("concern", true),
                entry("told", List.of("dsl", "head")),
                entry("spokeTo", "M1"),
                entry("reason", "other"),
                entry("reasonText", "a bus"),
                entry("letter", List.of("7", "8")),
                entry(
                    "calls",
                    List.of(
                        Map.of("calledOn", "2025-11-01", "called", "yes", "said", "later"),
                        Map.of("calledOn", "2025-11-02", "called", "no", "said", "unsaid"))),
                entry("outcome", "reason-given")));

    assertThat(filled.errors()).isEmpty();
    assertThat(filled.answers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                entry("notes", "rang out\ntwice"),
                entry("visits", 3),
                entry("amount", new BigDecimal("80.50")),
                entry("visitedOn", LocalDate.of(2025, 11, 3)),
                entry("time", LocalTime.of(9, 30)),
                entry("rungAt", LocalDateTime.of(2025, 11, 3, 9, 5)),
                entry("concern", true),
                entry("told", List.of("dsl", "head")),
                entry("spokeTo", "M1"),
                entry("reason", "other"),
                entry("reasonText", "a bus"),
                entry("letter", List.of("7", "8")),
                entry(
                    "calls",
                    List.of(
                        Map.of(
                            "calledOn",
                            LocalDate.of(2025, 11, 1),
                            "called",
                            "yes",
                            "said",
                            "later"),
                        Map.of("calledOn", LocalDate.of(2025, 11, 2), "called", "no"))),
                entry("outcome", "reason-given")));
  }

  @Test
  void asksForWhatIsCompulsoryOnceItIsShown() {
    assertThat(SomeForm.fill(FORM, Map.of()).errors())
        .containsExactly(entry("outcome", "Choose an answer to “What came of the call?”."));
    assertThat(SomeForm.fill(FORM, Map.of("outcome", "no-answer")).errors()).isEmpty();
    assertThat(SomeForm.fill(FORM, Map.of("outcome", "reason-given", "concern", true)).errors())
        .containsOnlyKeys("spokeTo", "reason", "told");
    assertThat(
            SomeForm.fill(
                    FORM, Map.of("outcome", "reason-given", "spokeTo", "M1", "reason", "other"))
                .errors())
        .containsExactly(entry("reasonText", "Fill in “Which”."));
  }

  @Test
  void ignoresWhatIsHidden() {
    Filled filled =
        SomeForm.fill(
            FORM,
            Map.of(
                "outcome",
                "no-answer",
                "spokeTo",
                "nobody we know",
                "reason",
                "other",
                "visits",
                2));

    assertThat(filled.errors()).isEmpty();
    assertThat(filled.answers()).containsOnlyKeys("outcome", "visits", "concern");
    assertThat(filled.lines()).extracting(Line::key).doesNotContain("spokeTo", "reason");
  }

  @Test
  void aHiddenAnswerHidesWhatAsksForIt() {
    Filled filled =
        SomeForm.fill(
            FORM, Map.of("outcome", "message-left", "reason", "other", "reasonText", "unseen"));

    assertThat(filled.errors()).isEmpty();
    assertThat(filled.answers()).doesNotContainKey("reasonText");
  }

  @Test
  void refusesAnswersThatTheCaseDoesNotSupply() {
    assertThat(
            SomeForm.fill(
                    FORM, Map.of("outcome", "reason-given", "spokeTo", "M2", "reason", "illness"))
                .errors())
        .containsOnlyKeys("spokeTo");
    assertThat(
            SomeForm.fill(
                    FORM,
                    Map.of(
                        "outcome",
                        "reason-given",
                        "spokeTo",
                        "M1",
                        "reason",
                        List.of("illness", "other")))
                .errors())
        .containsExactly(entry("reason", "“Reason” takes one answer."));
  }

  @Test
  void namesTheRowInWhichSomethingIsWrong() {
    Filled filled =
        SomeForm.fill(
            FORM,
            Map.of(
                "outcome",
                "reason-given",
                "spokeTo",
                "M1",
                "reason",
                "illness",
                "calls",
                List.of(Map.of("called", ""), Map.of("called", "yes"))));

    assertThat(filled.errors())
        .containsExactly(
            entry("calls[1].calledOn", "Give a date for “Day”."),
            entry("calls[1].said", "Fill in “What was said”."));
  }

  @Test
  void aDateWithATimeNeedsBoth() {
    Entered entered =
        new Entered(Map.of("outcome", List.of("no-answer"), "rungAt-date", List.of("2025-11-03")));

    assertThat(FillingIn.fill(FORM, entered, SomeForm.SUPPLIED).errors())
        .containsExactly(entry("rungAt", "“Rung at” needs both a date and a time."));
  }

  @Test
  void moreRowsThanAnybodyHasAreRefused() {
    Entered entered =
        new Entered(
            Map.of(
                "outcome", List.of("reason-given"),
                "spokeTo", List.of("M1"),
                "reason", List.of("illness"),
                "calls[50].calledOn", List.of("2025-11-03")));

    assertThat(FillingIn.fill(FORM, entered, SomeForm.SUPPLIED).errors())
        .containsExactly(
            entry(
                "calls[0].calledOn",
                "“Earlier calls” may have 50 entries at most; give the others in a note."));
  }

  @Test
  void keepsTheFormAsItWasFilledInInWords() {
    Filled filled =
        SomeForm.fill(
            FORM,
            Map.of(
                "outcome", "reason-given", "spokeTo", "M1", "reason", "illness", "amount", "80"));

    assertThat(filled.lines().get(0).words()).contains("Ada has been away since Monday 3 November");
    assertThat(filled.lines())
        .filteredOn(line -> !line.answer().isEmpty())
        .extracting(line -> line.words() + ": " + line.answer())
        .containsExactly(
            "Amount: [£80]",
            "There is a concern: [No]",
            "Spoke to: [Grace Example, mother]",
            "Reason: [Illness]",
            "What came of the call?: [Reason given]");
  }

  @Test
  void aPlainYesIsTheWordThatAQuestionOffers() {
    Form form =
        SomeForm.of(
            """
            {"id": "y", "key": "y", "type": "radio", "label": "Y",
             "values": [{"value": "yes", "label": "Yes"}, {"value": "no", "label": "No"}]}
            """);

    assertThat(SomeForm.fill(form, Map.of("y", true)).answers()).containsEntry("y", "yes");
    assertThat(SomeForm.fill(form, Map.of("y", false)).answers()).containsEntry("y", "no");
  }

  @Test
  void takesOnlyItsOwnBoxesFromARequest() {
    Entered entered =
        Entered.ofRequest(
            FORM,
            Map.of(
                "_csrf", new String[] {"x"},
                "notes", new String[] {"a\u0000b"},
                "rungAt-date", new String[] {"2025-11-03"},
                "calls[0].said", new String[] {"no"}));

    assertThat(entered.values()).containsOnlyKeys("notes", "rungAt-date", "calls[0].said");
    assertThat(entered.one("notes")).isEqualTo("ab");
  }

  @Test
  void aRowTakenOutLetsTheOthersMoveUp() {
    Entered entered =
        new Entered(
            Map.of(
                "calls[0].said", List.of("one"),
                "calls[1].said", List.of("two"),
                "calls[2].said", List.of("three")));

    assertThat(entered.rows("calls")).isEqualTo(3);
    assertThat(entered.withoutRow("calls", 1).values())
        .isEqualTo(Map.of("calls[0].said", List.of("one"), "calls[1].said", List.of("three")));
  }
}
