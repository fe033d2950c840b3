package uk.attendance.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.attendance.school.SomeSchool.ID;
import static uk.attendance.school.SomeSchool.PLAN;
import static uk.attendance.school.SomeSchool.day;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.context.ApplicationEventPublisher;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;

class ChangingCalendarTest {
  private static final LocalDate FRIDAY = day("2025-11-14");
  private static final Instant NOW = Instant.parse("2025-11-13T08:00:00Z");
  private static final String BY = "Pat Lee, School business manager";

  private final List<CalendarChanged> events = new ArrayList<>();

  @OnBothDatabases
  void aCalendarComesBackAsItWasSetUp(Database database) {
    setUp(database);

    assertThat(calendars(database).of(ID).plan()).isEqualTo(PLAN);
  }

  @OnBothDatabases
  void closingADayIsSeenAtOnceByAnotherNode(Database database) {
    ChangingCalendar changing = setUp(database);
    Calendars otherNode = calendars(database);
    SchoolCalendar before = otherNode.of(ID);

    changing.change(ID, closeFriday(before), preview(changing, before).version(), BY);

    assertThat(before.isSchoolDay(FRIDAY)).isTrue();
    assertThat(otherNode.of(ID).isSchoolDay(FRIDAY)).isFalse();
    assertThat(otherNode.of(ID)).isSameAs(otherNode.of(ID));
  }

  @OnBothDatabases
  void everyChangeIsKeptWithWhoAndWhen(Database database) {
    ChangingCalendar changing = setUp(database);
    Calendars calendars = calendars(database);
    CalendarEdit close = closeFriday(calendars.of(ID));
    changing.change(ID, close, calendars.versionOf(ID), BY);
    changing.change(ID, CalendarEdit.asInTerms(FRIDAY), calendars.versionOf(ID), BY);

    assertThat(calendars.of(ID).plan()).isEqualTo(PLAN);
    assertThat(calendars.changes(ID, 2))
        .containsExactly(
            new CalendarChange(
                FRIDAY, FRIDAY, "Friday 14 November 2025 again as in the terms", BY, NOW),
            new CalendarChange(
                FRIDAY,
                FRIDAY,
                "Closed Friday 14 November 2025, unexpected closure: boiler failed",
                BY,
                NOW));
  }

  @OnBothDatabases
  void tellsOthersWithinTheTransactionAndUndoesAllWhenOneOfThemFails(Database database) {
    ChangingCalendar changing = setUp(database);
    Calendars calendars = calendars(database);
    ChangingCalendar failing =
        changing(
            database,
            event -> {
              assertThat(calendars.of(ID).isSchoolDay(FRIDAY)).isFalse();
              throw new IllegalStateException("a deadline could not move");
            });
    CalendarEdit close = closeFriday(calendars.of(ID));

    assertThatThrownBy(() -> failing.change(ID, close, calendars.versionOf(ID), BY))
        .hasMessage("a deadline could not move");

    assertThat(calendars.of(ID).isSchoolDay(FRIDAY)).isTrue();
    changing.change(
        ID,
        CalendarEdit.close(
            calendars.of(ID),
            day("2025-11-21"),
            EnumSet.of(Session.PM),
            ClosureKind.INSET_DAY,
            "training"),
        calendars.versionOf(ID),
        BY);
    assertThat(calendars.of(ID).isSchoolDay(FRIDAY)).isTrue();
    assertThat(calendars.of(ID).isOpen(day("2025-11-21"), Session.PM)).isFalse();
    assertThat(events).last().extracting(e -> e.before().plan()).isEqualTo(PLAN);
  }

  @OnBothDatabases
  void anEditThatChangesNothingLeavesNoTrace(Database database) {
    ChangingCalendar changing = setUp(database);
    Calendars calendars = calendars(database);
    long version = calendars.versionOf(ID);

    changing.change(ID, CalendarEdit.asInTerms(FRIDAY), version, BY);

    assertThat(calendars.versionOf(ID)).isEqualTo(version);
    assertThat(calendars.changes(ID, 10)).hasSize(1);
    assertThat(events).hasSize(1);
  }

  @OnBothDatabases
  void refusesWhatContradictsItselfAndKeepsWhatWas(Database database) {
    ChangingCalendar changing = setUp(database);
    Calendars calendars = calendars(database);
    Period stray = Period.halfTerm("Stray", day("2025-12-15"), day("2026-01-15"));
    CalendarEdit edit =
        new CalendarEdit(
            "Stray", stray.first(), stray.last(), plan -> plan.withTerms(List.of(stray)));

    assertThatExceptionOfType(ContradictoryCalendar.class)
        .isThrownBy(() -> changing.preview(ID, edit));
    assertThatExceptionOfType(ContradictoryCalendar.class)
        .isThrownBy(() -> changing.change(ID, edit, calendars.versionOf(ID), BY));
    assertThat(calendars.of(ID).plan()).isEqualTo(PLAN);
  }

  @OnBothDatabases
  void showsWhichDeadlinesWouldMove(Database database) {
    setUp(database);
    MovesDeadlines letters =
        (before, after) ->
            List.of(
                new MovedDeadline(
                    "Second letter",
                    3,
                    before.addSchoolDays(day("2025-11-13"), 1),
                    after.addSchoolDays(day("2025-11-13"), 1)));
    ChangingCalendar changing = changing(database, List.of(letters), event -> {});

    CalendarPreview preview = preview(changing, calendars(database).of(ID));

    assertThat(preview.moved())
        .containsExactly(new MovedDeadline("Second letter", 3, FRIDAY, day("2025-11-17")));
    assertThat(preview.changesNothing()).isFalse();
    assertThat(preview.changesTerms()).isFalse();
    assertThat(preview.changedDays())
        .containsExactly(
            new CalendarPreview.ChangedDays(
                FRIDAY, FRIDAY, "open", "closed unexpectedly: boiler failed"));
    assertThat(calendars(database).of(ID).isSchoolDay(FRIDAY)).isTrue();
  }

  @OnBothDatabases
  void ofTwoPeopleWhoSaidYesAtOnceOneLooksAgain(Database database) throws Exception {
    ChangingCalendar changing = setUp(database);
    Calendars calendars = calendars(database);
    long version = calendars.versionOf(ID);
    List<CalendarEdit> edits =
        List.of(
            closeFriday(calendars.of(ID)),
            CalendarEdit.close(
                calendars.of(ID),
                day("2025-11-17"),
                EnumSet.allOf(Session.class),
                ClosureKind.UNEXPECTED_CLOSURE,
                "snow"));

    ExecutorService people = Executors.newFixedThreadPool(2);
    List<Callable<Boolean>> yes = new ArrayList<>();
    edits.forEach(edit -> yes.add(() -> saysYes(changing, edit, version)));
    List<Boolean> done = new ArrayList<>();
    for (Future<Boolean> one : people.invokeAll(yes)) {
      done.add(one.get());
    }
    people.shutdown();

    assertThat(done).containsExactlyInAnyOrder(true, false);
    assertThat(calendars.of(ID).plan().specialDays()).hasSize(PLAN.specialDays().size() + 1);
  }

  @OnBothDatabases
  void namesDaysThatChangeTogetherAsOne(Database database) {
    ChangingCalendar changing = setUp(database);
    Period shorter = Period.term("Summer term", day("2027-04-12"), day("2027-07-07"));
    List<Period> terms = new ArrayList<>(PLAN.periods());
    terms.removeIf(period -> period.first().isEqual(shorter.first()));
    terms.add(shorter);
    CalendarEdit edit =
        new CalendarEdit(
            "Shorter",
            shorter.first(),
            shorter.last(),
            plan -> new CalendarPlan(terms, plan.specialDays()));

    assertThat(changing.preview(ID, edit).changedDays())
        .containsExactly(
            new CalendarPreview.ChangedDays(
                day("2027-07-08"), day("2027-07-20"), "open", "closed: holiday after Summer term"));
    assertThat(DayWords.from(day("2027-07-08"), day("2027-07-20")))
        .isEqualTo("Thursday 8 to Tuesday 20 July 2027");
  }

  private static boolean saysYes(ChangingCalendar changing, CalendarEdit edit, long version) {
    try {
      changing.change(ID, edit, version, BY);
      return true;
    } catch (CalendarMovedOn moved) {
      return false;
    }
  }

  private ChangingCalendar setUp(Database database) {
    new Schools(database.jdbc()).save(SomeSchool.SCHOOL);
    ChangingCalendar changing = changing(database, event -> events.add((CalendarChanged) event));
    changing.setUp(ID, PLAN, BY);
    return changing;
  }

  private static ChangingCalendar changing(Database database, ApplicationEventPublisher events) {
    return changing(database, List.of(), events);
  }

  private static ChangingCalendar changing(
      Database database, List<MovesDeadlines> deadlines, ApplicationEventPublisher events) {
    return new ChangingCalendar(
        calendars(database),
        deadlines,
        events,
        database.transactions(),
        Clock.fixed(NOW, SchoolCalendar.ZONE));
  }

  private static Calendars calendars(Database database) {
    return new Calendars(database.jdbc());
  }

  private static CalendarPreview preview(ChangingCalendar changing, SchoolCalendar before) {
    return changing.preview(ID, closeFriday(before));
  }

  private static CalendarEdit closeFriday(SchoolCalendar calendar) {
    return CalendarEdit.close(
        calendar,
        FRIDAY,
        EnumSet.allOf(Session.class),
        ClosureKind.UNEXPECTED_CLOSURE,
        "boiler failed");
  }
}
