package uk.attendance.casefile.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;

class WayTakenTest {

  private final List<Entry> timeline = new ArrayList<>();

  private void happens(EntryKind kind, String element, String words) {
    happens(kind, element, words, null);
  }

  private void happens(EntryKind kind, String element, String words, @Nullable String flow) {
    timeline.add(
        new Entry(
            new CaseId(1),
            timeline.size() + 1,
            Instant.parse("2025-11-03T09:30:00Z"),
            kind,
            element,
            words,
            null,
            flow,
            "Attendance",
            "the program"));
  }

  private void aDayWithTwoTasks() {
    happens(EntryKind.PASSED, "began", "Began");
    happens(
        EntryKind.ENTERED, "telephone-parents", "Telephone the parents", "to-telephone-parents");
    happens(EntryKind.ENTERED, "inform-social-worker", "Inform the social worker");
    happens(EntryKind.ENTERED, "what-comes-first", "what-comes-first");
  }

  private CasePage.Drawing drawing(boolean open, Set<String> notForReader) {
    return new WayTaken(timeline, notForReader).drawing("/cases/1/diagram", open);
  }

  @Test
  void marksWhatIsPassedAndWhereItStands() {
    aDayWithTwoTasks();

    assertThat(drawing(true, Set.of()).passed()).isEqualTo("to-telephone-parents began");
    assertThat(drawing(true, Set.of()).here())
        .isEqualTo("telephone-parents inform-social-worker what-comes-first");
  }

  @Test
  void readsTheFlowsOfCasesThatWroteThemByThemselves() {
    happens(EntryKind.ENTERED, "began", "Began");
    happens(EntryKind.LEFT, "began", "Began");
    happens(EntryKind.FLOW, "to-telephone-parents", "to-telephone-parents");
    happens(EntryKind.ENTERED, "telephone-parents", "Telephone the parents");

    assertThat(drawing(true, Set.of()).passed()).isEqualTo("to-telephone-parents began");
    assertThat(drawing(true, Set.of()).here()).isEqualTo("telephone-parents");
  }

  @Test
  void standsNowhereOnceTheCaseIsClosed() {
    aDayWithTwoTasks();

    assertThat(drawing(false, Set.of()).here()).isEmpty();
    assertThat(new WayTaken(timeline, Set.of()).steps(false))
        .extracting(CasePage.Step::name)
        .containsExactly("Began", "Telephone the parents", "Inform the social worker");
  }

  @Test
  void namesWhereItWaitsEvenWhereTheDiagramDoesNot() {
    aDayWithTwoTasks();

    assertThat(new WayTaken(timeline, Set.of()).steps(true))
        .last()
        .extracting(CasePage.Step::name)
        .isEqualTo("What comes first");
  }

  @Test
  void tellsNothingOfWhatIsNotForTheReaderAndNoFlowThatWouldLeadThere() {
    aDayWithTwoTasks();

    CasePage.Drawing drawing = drawing(true, Set.of("inform-social-worker"));

    assertThat(drawing.passed()).isEqualTo("began");
    assertThat(drawing.here()).isEqualTo("telephone-parents what-comes-first");
  }

  @Test
  void countsHowOftenItCameToAStepAndForgetsWaitingWhenOpenedAgain() {
    aDayWithTwoTasks();
    happens(EntryKind.LEFT, "telephone-parents", "Telephone the parents");
    happens(EntryKind.REOPENED, "first-day-contact", "Opened again");
    happens(EntryKind.ENTERED, "telephone-parents", "Telephone the parents");

    WayTaken way = new WayTaken(timeline, Set.of());

    assertThat(way.drawing("/", true).here()).isEqualTo("telephone-parents");
    assertThat(way.steps(true))
        .filteredOn(step -> step.name().equals("Telephone the parents"))
        .singleElement()
        .extracting(CasePage.Step::times)
        .isEqualTo(2);
  }
}
