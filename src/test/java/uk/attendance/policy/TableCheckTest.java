package uk.attendance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableCheckTest {

  private final ChangedPacks packs = new ChangedPacks();

  @Test
  void findsAGap() {
    packs.table("nailsworth", "<text>&gt;= 3</text>", "<text>&gt;= 4</text>");

    assertThat(packs.errors())
        .containsExactly(
            "policies/nailsworth/absence-code.dmn:4: gap: no row for reason = religious, evidence ="
                + " none, religiousDaysUsed = 3",
            "policies/nailsworth/absence-code.dmn:4: gap: no row for reason = religious, evidence ="
                + " seen, religiousDaysUsed = 3");
  }

  @Test
  void findsAnOverlapAndBothItsRows() {
    packs
        .table("nailsworth", "<text>&lt; 3</text>", "<text>&lt;= 3</text>")
        .table(
            "nailsworth",
            "<rule id=\"religious-day-beyond-with-leave\">",
            "<rule id=\"religious-day-beyond-with-leave\">");

    assertThat(packs.errors()).hasSize(2);
    assertThat(packs.errors().get(0))
        .startsWith(
            packs.place()
                + ": overlap: row 'religious-day-beyond-with-leave' and row 'religious-observance'")
        .contains("religiousDaysUsed = 3");
  }

  @Test
  void findsARowThatIsMissing() {
    String xml = packs.text("raleigh", "absence-code.dmn");
    int start = xml.indexOf("      <rule id=\"other-reason\">");
    int end = xml.indexOf("</rule>", start) + "</rule>\n".length();
    packs.table("raleigh", xml.substring(start, end), "");

    assertThat(packs.errors())
        .containsExactly("policies/raleigh/absence-code.dmn:4: gap: no row for reason = other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<text>&lt; 3</text>|<text>today()</text>|cell 'today()' is not of an allowed form; a integer",
        "<text>&lt; 3</text>|<text>&lt; 3.5</text>|cell '< 3.5' is not of an allowed form",
        "<text>&lt; 3</text>|<text>[5..3]</text>|cell '[5..3]' is an interval that holds nothing",
        "<text>&lt; 3</text>|<text>1,,2</text>|cell '1,,2' is not of an allowed form",
        "<text>\"none\",\"seen\"</text>|<text>not(\"doubted\")</text>|cell 'not(\"doubted\")' is not of an allowed form",
        "<text>\"none\",\"seen\"</text>|<text>\"none\",\"scene\"</text>|cell '\"none\",\"scene\"' of column 'Evidence for the reason' is none of its values",
        "<text>true</text>|<text>\"true\"</text>|cell '\"true\"' is not of an allowed form; a boolean column takes true, false or -",
        "<text>\"R\"</text>|<text>\"RR\"</text>|cell '\"RR\"' of column 'Register code, or the task in which a person decides' is none of its values",
        "<text>\"R\"</text>|<text>-</text>|answer '-' is no single value"
      })
  void refusesACellOutsideTheAllowedForms(String text, String by, String message) {
    int once = packs.text("nailsworth", "absence-code.dmn").indexOf(text);
    String around =
        packs.text("nailsworth", "absence-code.dmn").substring(once, once + text.length());
    packs.table("nailsworth", around, by);

    assertThat(packs.errors().get(0)).contains(message);
    assertThat(packs.errors().get(0)).startsWith(packs.place(-1) + ": ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<description>NW-R4: One day per festival|<description>One day per festival|-1|row 'doubted-religious-observance' names no rule",
        "<rule id=\"other-reason\">|<rule id=\"DecisionRule_0abc123\">|0|row id 'DecisionRule_0abc123'; needed: a name of its own",
        "<rule id=\"other-reason\">|<rule id=\"genuine-illness\">|0|row 'genuine-illness' stands here twice",
        "<decision id=\"absence-code\"|<decision id=\"absence-codes\"|0|decision 'absence-codes'; needed: 'absence-code', the name of its file",
        "hitPolicy=\"UNIQUE\"|hitPolicy=\"PRIORITY\"|0|hit policy PRIORITY",
        "label=\"Reason given\"|label=\"\"|0|an input has no label",
        "typeRef=\"boolean\"|typeRef=\"date\"|-1|has no type; needed: string, boolean, integer or double",
        "<text>leaveGranted</text>|<text>leaveGranted = true</text>|-2|looks at 'leaveGranted = true'; needed: one variable",
        "<text>leaveGranted</text>|<text>leaveAsked</text>|-2|input 'leaveAsked' is not one of the national table's"
      })
  void namesTheLineOfWhatIsWrongInATable(String text, String by, int above, String message) {
    packs.table("nailsworth", text, by);

    assertThat(packs.errors())
        .anySatisfy(
            error -> assertThat(error).startsWith(packs.place(above) + ": ").contains(message));
  }

  @Test
  void takesAnEmptyCellForAnyValueAsTheModelerWritesIt() {
    packs.table("nailsworth", "<text>-</text>", "<text></text>");

    assertThat(packs.errors()).isEmpty();
  }

  @Test
  void findsARowThatNeverApplies() {
    packs
        .table("nailsworth", "<text>&lt; 3</text>", "<text>&lt; 0</text>")
        .table(
            "nailsworth",
            "<rule id=\"religious-observance\">",
            "<rule id=\"religious-observance\">");

    assertThat(packs.errors())
        .contains(
            packs.place()
                + ": row 'religious-observance' never applies: no allowed value of"
                + " 'religiousDaysUsed' is < 0");
  }

  @Test
  void refusesAnAnswerThatIsNoRegisterCode() {
    packs
        .table("dothill", "\"I\",\"M\",\"R\"", "\"I\",\"MM\",\"R\"")
        .table("dothill", "<text>\"M\"</text>", "<text>\"MM\"</text>");

    assertThat(packs.errors()).hasSize(2);
    assertThat(packs.errors().get(0))
        .contains("policies/dothill/absence-code.dmn:")
        .contains("row 'appointment-with-evidence' answers 'MM', which is no register code");
  }

  @Test
  void asksAFirstTableForALastRow() {
    packs.table("nailsworth", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"FIRST\"");

    assertThat(packs.errors())
        .containsExactly(packs.place() + ": a FIRST table ends with a row for everything else (-)");
  }

  @Test
  void letsACollectTableHaveGapsAndOverlaps() {
    packs
        .table("nailsworth", "hitPolicy=\"UNIQUE\"", "hitPolicy=\"COLLECT\"")
        .table("nailsworth", "<text>&gt;= 3</text>", "<text>&gt;= 2</text>");

    assertThat(packs.errors()).isEmpty();
  }

  @Test
  void refusesAnythingThatIsNoXml() {
    packs.table("nailsworth", "<decision id", "<decision <id");

    assertThat(packs.errors()).containsExactly(packs.place() + ": is no XML");
  }
}
