package uk.attendance.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.attendance.WholeProgram;
import uk.attendance.account.AccountId;
import uk.attendance.account.Accounts;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.Scopes;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.letter.Letterhead;
import uk.attendance.letter.Letterheads;
import uk.attendance.letter.Message;
import uk.attendance.letter.Messages;
import uk.attendance.letter.Wording;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.PlannedMark;
import uk.attendance.register.PlannedMarks;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.Period;
import uk.attendance.worklist.AnswersRefused;
import uk.attendance.worklist.SubmittingTasks;

/** Leave of absence on the whole program: decisions, planned marks, appeals, who sees what. */
class LeaveTest {

  private static final Map<String, Object> DECLINED =
      Map.of("outcome", "declined", "reasons", "Not exceptional");

  private WholeProgram program;

  private SomeLeave school(WholeProgram on, String pack) {
    program = on;
    SomeLeave s = new SomeLeave(on, pack);
    on.bean(Letterheads.class)
        .save(
            s.school,
            new Letterhead("01632 960001", "office@example.org", List.of("1 School Lane"), null));
    return s;
  }

  @AfterEach
  void setBack() {
    program.setBack();
  }

  @ParameterizedTest
  @EnumSource
  void grantedDaysArePlannedWithTheGroundsCodeAndTakenBackWithTheRequest(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2025-11-17", "2025-11-21", pupil)).get(0);

    s.answer(id, Leave.DECIDE, granted("2025-11-17", "2025-11-21", "C"));

    assertThat(planned(s, pupil)).hasSize(10).extracting(PlannedMark::code).containsOnly("C");
    assertThat(s.get(id).state()).isEqualTo(RequestState.GRANTED);
    assertThat(s.get(id).decision().decidedBy()).isEqualTo("Alex Head");
    assertThat(s.get(id).decision().appealUntil()).isNull();

    on.bean(WithdrawingRequests.class).withdraw(id, SomeLeave.OFFICE);

    assertThat(planned(s, pupil)).isEmpty();
    assertThat(s.get(id).state()).isEqualTo(RequestState.WITHDRAWN);
    assertThat(s.file(id).outcome()).isEqualTo("Request withdrawn");
    assertThatThrownBy(() -> on.bean(WithdrawingRequests.class).withdraw(id, SomeLeave.OFFICE))
        .isInstanceOf(RequestRefused.class);
  }

  @ParameterizedTest
  @EnumSource
  void refusesWhatWasNotAskedFor(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2025-11-17", "2025-11-21", pupil)).get(0);

    refused(s, id, granted("2025-11-14", "2025-11-21", "C"), "grantedFrom");
    refused(s, id, granted("2025-11-17", "2025-11-22", "C"), "grantedTo");
    refused(s, id, granted("2025-11-17", "2025-11-20", "C"), "grantedTo");
    refused(s, id, granted("2025-11-17", "2025-11-21", "I"), "code");
    refused(s, id, Map.of("outcome", "granted"), "grantedFrom");
    refused(s, id, Map.of("outcome", "declined"), "reasons");
    assertThat(s.get(id).state()).isEqualTo(RequestState.ASKED);
    assertThat(s.tasks(id)).containsExactly(Leave.DECIDE);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyDecidesWhoIsAContactOfTheChild(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2025-11-17", "2025-11-21", pupil)).get(0);
    AccountId head = person(s, "sam@example.org", Role.HEADTEACHER);

    assertThatThrownBy(() -> submit(s, id, Leave.DECIDE, DECLINED, head))
        .isInstanceOf(AnswersRefused.class)
        .hasMessageContaining("outcome");
  }

  @ParameterizedTest
  @EnumSource
  void aDeputyDecidesOnTheDaysForWhichTheyAreNamedAndOnNoOther(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2025-11-24", "2025-11-24", pupil)).get(0);
    AccountId deputy = person(s, "deputy-" + s.school + "@example.org", Role.ATTENDANCE_LEAD);
    on.bean(Deputies.class)
        .name(s.school, deputy, day("2025-11-05"), day("2025-11-06"), SomeLeave.HEAD);

    assertThatThrownBy(() -> submit(s, id, Leave.DECIDE, DECLINED, deputy))
        .hasMessageContaining("HEADTEACHER");
    s.at("2025-11-07T09:30");
    assertThatThrownBy(() -> submit(s, id, Leave.DECIDE, DECLINED, deputy))
        .hasMessageContaining("HEADTEACHER");
    s.at("2025-11-06T09:30");
    submit(s, id, Leave.DECIDE, DECLINED, deputy);

    assertThat(s.get(id).decision().account()).isEqualTo(deputy);
  }

  @ParameterizedTest
  @EnumSource
  void theBodyShownBeforeTheDecisionIsTheBodyThatGoes(WholeProgram on) {
    SomeLeave s = school(on, "raleigh");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2025-11-24", "2025-11-24", pupil)).get(0);
    LeaveRequest.Decision decision =
        new LeaveRequest.Decision(
            day("2025-11-03"),
            null,
            null,
            null,
            "both",
            "Not exceptional",
            "",
            "Alex Head",
            "Headteacher",
            null,
            day("2025-11-10"));

    List<Wording.Written> shown =
        on.bean(LeaveLetters.class).preview(id, RequestState.DECLINED, decision);
    s.answer(id, Leave.DECIDE, DECLINED);

    assertThat(shown).hasSize(1);
    assertThat(shown.get(0).text()).contains("Monday 10 November 2025");
    assertThat(texts(s, id, "leave-declined")).containsExactly(shown.get(0).text());
  }

  @ParameterizedTest
  @EnumSource
  void aNameTypedFromPaperHasNoAddressSoThatAPersonIsAskedToTakeTheLetter(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(null, "2025-11-24", "2025-11-24", pupil)).get(0);

    assertThat(s.get(id).applicant().name()).isEqualTo("Jo Other");
    assertThat(s.get(id).mustBeDeclined()).isTrue();
    assertThat(on.bean(CaseFiles.class).openOf(pupil))
        .extracting(CaseFile::process)
        .contains("undelivered-letter");
  }

  @ParameterizedTest
  @EnumSource
  void anAppealIsInTimeOnTheFifthSchoolDayAndLateOnTheSixth(WholeProgram on) {
    for (String received : List.of("2025-11-07", "2025-11-10", "2025-11-11")) {
      SomeLeave s = school(on, "raleigh");
      RequestId id = declined(s);
      s.at(received + "T09:30");

      on.bean(Appealing.class)
          .appeal(id, "We disagree", "Sam Example", day(received), SomeLeave.OFFICE);

      boolean late = received.equals("2025-11-11");
      assertThat(on.bean(Appeals.class).of(id).orElseThrow().late()).isEqualTo(late);
      assertThat(s.tasks(id)).containsExactly(late ? Leave.ADMIT : Leave.ARRANGE_HEARING);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGovernorSeesThePupilOfTheirAppealWhileTheyAreOnItsPanelAndNobodyElse(WholeProgram on) {
    SomeLeave s = school(on, "raleigh");
    RequestId id = declined(s);
    PupilId other = s.pupil();
    AccountId clerk = person(s, "clerk-" + s.school + "@example.org", Role.APPEALS_CLERK);
    AccountId member = person(s, "one-" + s.school + "@example.org", Role.GOVERNOR);
    AccountId outsider = person(s, "two-" + s.school + "@example.org", Role.GOVERNOR);
    AccountId teacher = person(s, "three-" + s.school + "@example.org", Role.TEACHER);
    assertThat(sees(s, id, s.get(id).pupil(), clerk)).isFalse();

    on.bean(Appealing.class)
        .appeal(id, "We disagree", "Sam Example", day("2025-11-03"), SomeLeave.OFFICE);
    assertThat(sees(s, id, s.get(id).pupil(), clerk)).isTrue();
    assertThat(sees(s, id, s.get(id).pupil(), member)).isFalse();
    assertThatThrownBy(
            () -> submit(s, id, Leave.ARRANGE_HEARING, hearing("2025-11-20", member), member))
        .isInstanceOf(NotInSight.class);
    assertThatThrownBy(
            () ->
                submit(s, id, Leave.ARRANGE_HEARING, hearing("2025-11-20", member, teacher), clerk))
        .hasMessageContaining("panel");
    assertThatThrownBy(
            () -> submit(s, id, Leave.ARRANGE_HEARING, hearing("2025-11-25", member), clerk))
        .hasMessageContaining("hearingOn");
    submit(s, id, Leave.ARRANGE_HEARING, hearing("2025-11-24", member), clerk);

    assertThat(sees(s, id, s.get(id).pupil(), member)).isTrue();
    assertThat(sees(s, id, other, member)).isFalse();
    assertThat(sees(s, id, s.get(id).pupil(), outsider)).isFalse();
    assertThat(sees(s, id, s.get(id).pupil(), teacher)).isFalse();
    assertThat(on.bean(Pupils.class).byId(s.get(id).pupil(), on.bean(Scopes.class).of(member)))
        .isEqualTo(Optional.empty());
    Map<String, Object> upheld = Map.of("outcome", "upheld", "reasons", "It is exceptional");
    assertThatThrownBy(() -> submit(s, id, Leave.HEAR, upheld, outsider))
        .isInstanceOf(NotInSight.class);

    submit(s, id, Leave.HEAR, upheld, member);
    assertThat(s.get(id).state()).isEqualTo(RequestState.GRANTED);
    assertThat(planned(s, s.get(id).pupil())).hasSize(2);

    on.bean(WithdrawingRequests.class).withdraw(id, SomeLeave.OFFICE);
    assertThat(sees(s, id, s.get(id).pupil(), member)).isFalse();
    assertThat(sees(s, id, s.get(id).pupil(), clerk)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void aPackWithoutAppealRefusesOneAndMentionsNone(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    RequestId id = declined(s);

    assertThatThrownBy(
            () ->
                on.bean(Appealing.class)
                    .appeal(id, "We disagree", "Sam", day("2025-11-03"), SomeLeave.OFFICE))
        .isInstanceOf(RequestRefused.class);
    assertThat(texts(s, id, "leave-declined"))
        .hasSize(1)
        .noneMatch(text -> text.contains("appeal"));
  }

  @ParameterizedTest
  @EnumSource
  void lookingAtTheDaysTwiceAsksOnce(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    RequestId id = declined(s);
    s.at("2025-12-02T09:30");

    assertThat(on.bean(LeaveDays.class).workOff(s.school)).isEmpty();
    assertThat(on.bean(LeaveDays.class).workOff(s.school)).isEmpty();

    assertThat(s.file(id).outcome()).isEqualTo("Leave declined");
  }

  @ParameterizedTest
  @EnumSource
  void otherDatesAreAnotherRequestOfTheSameConversation(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2025-11-17", "2025-11-21", pupil)).get(0);
    s.answer(id, Leave.DECIDE, granted("2025-11-17", "2025-11-21", "C"));

    RequestId next =
        on.bean(ChangingDates.class)
            .change(id, day("2025-11-17"), day("2025-11-18"), SomeLeave.OFFICE);

    assertThat(s.get(id).state()).isEqualTo(RequestState.REPLACED);
    assertThat(s.file(id).outcome()).isEqualTo("Other dates asked for");
    assertThat(s.get(next).conversation()).isEqualTo(s.get(id).conversation());
    assertThat(s.tasks(next)).containsExactly(Leave.DECIDE);
    assertThat(planned(s, pupil)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void daysBeyondTheCalendarArePlannedWhenTheNextTermIsEntered(WholeProgram on) {
    SomeLeave s = school(on, "dothill");
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2026-03-26", "2026-04-14", pupil)).get(0);
    s.answer(id, Leave.DECIDE, granted("2026-03-26", "2026-04-14", "C"));
    assertThat(plannedIn2026(s, pupil)).hasSize(4);

    on.bean(ChangingCalendar.class)
        .setUp(
            s.school,
            new CalendarPlan(
                List.of(
                    Period.term("Autumn term", day("2025-09-01"), day("2025-12-19")),
                    Period.term("Spring term", day("2026-01-05"), day("2026-03-27")),
                    Period.term("Summer term", day("2026-04-13"), day("2026-07-17"))),
                List.of()),
            "Sam Example");

    assertThat(plannedIn2026(s, pupil)).hasSize(8);
  }

  private static List<PlannedMark> plannedIn2026(SomeLeave s, PupilId pupil) {
    return s.program
        .bean(PlannedMarks.class)
        .of(pupil, day("2026-01-01"), day("2026-12-31"), Scope.ofTheSystem(s.school));
  }

  private static List<String> texts(SomeLeave s, RequestId id, String letter) {
    Messages messages = s.program.bean(Messages.class);
    return messages.of(s.get(id).caseId()).stream()
        .filter(message -> message.letter().equals(letter))
        .map(Message::id)
        .map(message -> messages.written(message).orElseThrow().text())
        .toList();
  }

  private RequestId declined(SomeLeave s) {
    PupilId pupil = s.pupil();
    RequestId id = s.request(s.asks(s.mother(pupil), "2025-12-01", "2025-12-01", pupil)).get(0);
    s.answer(id, Leave.DECIDE, DECLINED);
    return id;
  }

  private static Map<String, Object> granted(String from, String to, String code) {
    return Map.of(
        "outcome", "granted", "grantedFrom", day(from), "grantedTo", day(to), "code", code);
  }

  private static Map<String, Object> hearing(String on, AccountId... panel) {
    return Map.of(
        "outcome",
        "arranged",
        "hearingOn",
        day(on),
        "place",
        "Hall",
        "panel",
        java.util.Arrays.stream(panel).map(AccountId::toString).toList());
  }

  private static void refused(
      SomeLeave s, RequestId id, Map<String, Object> answers, String field) {
    assertThatThrownBy(() -> s.answer(id, Leave.DECIDE, answers))
        .isInstanceOfSatisfying(
            AnswersRefused.class, refused -> assertThat(refused.errors()).containsKey(field));
  }

  private AccountId person(SomeLeave s, String email, Role role) {
    Accounts accounts = program.bean(Accounts.class);
    AccountId id =
        accounts
            .find(email)
            .map(known -> known.id())
            .orElseGet(() -> accounts.create(email, email, role.words(), true));
    accounts.grant(id, role, s.school);
    return id;
  }

  private void submit(
      SomeLeave s, RequestId id, String task, Map<String, Object> answers, AccountId by) {
    Scope scope = program.bean(LeaveScopes.class).of(by, s.get(id).caseId());
    program
        .bean(SubmittingTasks.class)
        .submit(s.task(id, task).id(), answers, new Actor(by, "Person " + by, "Staff"), scope);
  }

  private boolean sees(SomeLeave s, RequestId id, PupilId pupil, AccountId person) {
    Scope scope = program.bean(LeaveScopes.class).of(person, s.get(id).caseId());
    return program.bean(Pupils.class).byId(pupil, scope).isPresent();
  }

  private static List<PlannedMark> planned(SomeLeave s, PupilId pupil) {
    return s.program
        .bean(PlannedMarks.class)
        .of(pupil, day("2025-11-01"), day("2025-12-31"), Scope.ofTheSystem(s.school));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
