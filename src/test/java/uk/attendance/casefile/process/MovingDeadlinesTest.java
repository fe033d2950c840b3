package uk.attendance.casefile.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Entry;
import uk.attendance.casefile.EntryKind;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.RunningCases;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.Calendars;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.MovedDeadline;
import uk.attendance.school.Session;

/** Deadlines that move: with the calendar, with a hold, by hand. */
class MovingDeadlinesTest {

  private Talk talk;

  @AfterEach
  void setBack() {
    talk.program.setBack();
  }

  private CalendarEdit closing(String day) {
    return CalendarEdit.close(
        talk.program.bean(Calendars.class).of(talk.school),
        LocalDate.parse(day),
        EnumSet.allOf(Session.class),
        ClosureKind.INSET_DAY,
        "INSET day");
  }

  private void close(String day) {
    ChangingCalendar changing = talk.program.bean(ChangingCalendar.class);
    CalendarEdit edit = closing(day);
    changing.change(talk.school, edit, changing.preview(talk.school, edit).version(), "Pat Clerk");
  }

  @ParameterizedTest
  @EnumSource
  void movesWithADayThatIsClosedAndShowsItBefore(WholeProgram on) {
    talk = new Talk(on);
    CaseId id = talk.open();
    assertThat(talk.task(id).dueOn()).isEqualTo("2025-11-06");
    assertThat(talk.deadline(id).schoolDays()).isEqualTo(3);

    assertThat(
            talk.program
                .bean(ChangingCalendar.class)
                .preview(talk.school, closing("2025-11-05"))
                .moved())
        .containsExactly(
            new MovedDeadline(
                "Talk with parents",
                1,
                LocalDate.parse("2025-11-06"),
                LocalDate.parse("2025-11-07")));
    assertThat(talk.task(id).dueOn()).isEqualTo("2025-11-06");
    close("2025-11-05");

    assertThat(talk.task(id).dueOn()).isEqualTo("2025-11-07");
    assertThat(talk.deadline(id).skipped())
        .extracting(day -> day.day().toString())
        .containsExactly("2025-11-05");
    assertThat(talk.timeline(id))
        .filteredOn(entry -> entry.kind() == EntryKind.DEADLINE)
        .extracting(Entry::words)
        .containsExactly(
            "Talk with parents: due Friday 7 November 2025 instead of Thursday 6 November 2025,"
                + " because the school's calendar was changed");
    talk.runUpTo("2025-11-07T23:59:59Z");
    assertThat(talk.hasEscalated(id)).isFalse();
    talk.runUpTo("2025-11-08T00:00:00Z");
    assertThat(talk.hasEscalated(id)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void staysWhereItIsWhenADayAfterItIsClosed(WholeProgram on) {
    talk = new Talk(on);
    CaseId id = talk.open();

    close("2025-11-07");

    assertThat(talk.task(id).dueOn()).isEqualTo("2025-11-06");
    assertThat(talk.timeline(id)).noneMatch(entry -> entry.kind() == EntryKind.DEADLINE);
  }

  @ParameterizedTest
  @EnumSource
  void movesByTheSchoolDaysHeld(WholeProgram on) {
    for (String[] row :
        List.of(
            new String[] {"2025-11-03T17:00:00Z", "2025-11-06"},
            new String[] {"2025-11-04T08:00:00Z", "2025-11-07"},
            new String[] {"2025-11-05T08:00:00Z", "2025-11-10"},
            new String[] {"2025-11-09T08:00:00Z", "2025-11-12"})) {
      talk = new Talk(on);
      CaseId id = talk.open();
      Holds holds = talk.program.bean(Holds.class);
      holds.place(
          talk.school,
          talk.pupil,
          "Police ask us to wait",
          LocalDate.parse("2025-11-10"),
          Talk.LEAD);
      assertThat(talk.task(id).onHold()).isTrue();
      assertThat(holds.isHeld(talk.pupil)).isTrue();

      talk.program.at(row[0]);
      holds.release(talk.pupil, Talk.LEAD);

      assertThat(talk.task(id).dueOn()).as(row[0]).isEqualTo(row[1]);
      assertThat(talk.task(id).onHold()).isFalse();
      assertThat(holds.isHeld(talk.pupil)).isFalse();
      assertThat(talk.deadline(id).at()).isEqualTo(talk.task(id).dueAt());
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesNothingByItselfWhileHeldAndGoesOnAfterwards(WholeProgram on) {
    talk = new Talk(on);
    CaseId id = talk.open();
    Holds holds = talk.program.bean(Holds.class);
    holds.place(talk.school, talk.pupil, "Police ask us to wait", null, Talk.LEAD);
    holds.place(talk.school, talk.pupil, "Once more", null, Talk.LEAD);

    talk.runUpTo("2025-11-12T09:00:00Z");
    assertThat(talk.hasEscalated(id)).isFalse();
    assertThat(
            talk.program.bean(RunningCases.class).tell(id, "talk-not-needed", Map.of(), Talk.LEAD))
        .as("messages are delivered as ever")
        .isTrue();
    assertThat(holds.everOf(talk.pupil)).hasSize(1);
    assertThat(talk.timeline(id)).filteredOn(entry -> entry.kind() == EntryKind.HELD).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void aCaseOfAHeldPupilOpensOnHold(WholeProgram on) {
    talk = new Talk(on);
    Holds holds = talk.program.bean(Holds.class);
    holds.place(talk.school, talk.pupil, "Police ask us to wait", null, Talk.LEAD);

    CaseId id = talk.open();

    assertThat(talk.task(id).onHold()).isTrue();
    talk.runUpTo("2025-11-07T00:00:00Z");
    assertThat(talk.hasEscalated(id)).isFalse();
    holds.release(talk.pupil, Talk.LEAD);
    assertThat(talk.task(id).dueOn()).as("held for Tuesday to Friday").isEqualTo("2025-11-12");
    talk.runUpTo("2025-11-12T23:59:59Z");
    assertThat(talk.hasEscalated(id)).isFalse();
    talk.runUpTo("2025-11-13T00:00:00Z");
    assertThat(talk.hasEscalated(id)).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void movesToADayThatAPersonChooses(WholeProgram on) {
    talk = new Talk(on);
    CaseId id = talk.open();

    talk.program
        .bean(org.springframework.transaction.support.TransactionOperations.class)
        .executeWithoutResult(
            status ->
                talk.program
                    .bean(Deadlines.class)
                    .moveTo(
                        talk.task(id).id(),
                        LocalDate.parse("2025-11-04"),
                        "the parents ask",
                        Talk.LEAD));
    close("2025-11-04");

    assertThat(talk.task(id).dueOn()).isEqualTo("2025-11-04");
    assertThat(talk.timeline(id))
        .filteredOn(entry -> entry.kind() == EntryKind.DEADLINE)
        .singleElement()
        .extracting(Entry::actor)
        .isEqualTo("Jo Guard");
  }
}
