package uk.attendance.quickentry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import uk.attendance.SignedInAs;
import uk.attendance.StandingClock;
import uk.attendance.WebTest;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.RecordingAppointments.Appointment;
import uk.attendance.quickentry.RecordingLateArrivals.LateArrival;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.ClosureKind;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolId;
import uk.attendance.school.SpecialDay;

/** What each policy makes of an arrival, an appointment and a child sent home. */
@WebTest
class PackTablesWebTest {

  private static final Actor CLERK = new Actor(null, "Pat Clerk", "School secretary");
  private static final LocalDate MONDAY = LocalDate.parse("2025-11-03");

  @Autowired SignedInAs signedInAs;
  @Autowired ChangingCalendar changing;
  @Autowired JdbcClient jdbc;
  @Autowired StandingClock clock;
  @Autowired RecordingLateArrivals late;
  @Autowired RecordingAppointments appointments;
  @Autowired SendingHome sending;

  private SchoolId school;
  private PupilId pupil;
  private Scope office;

  @BeforeEach
  void aSchool() {
    clock.set(Instant.parse("2025-11-03T16:00:00Z"));
    school = signedInAs.newSchool();
    changing.setUp(
        school,
        new CalendarPlan(
            List.of(
                Period.term(
                    "Autumn", LocalDate.parse("2025-09-01"), LocalDate.parse("2025-12-19"))),
            List.of(
                SpecialDay.closed(
                    LocalDate.parse("2025-11-11"), ClosureKind.INSET_DAY, "INSET day"))),
        "Test");
    jdbc.sql(
            """
            insert into pupil (school_id, admission_no, first_name, last_name, dob, year_group, entry_date)
            values (:school, '1', 'Ada', 'Okafor', date '2015-05-01', '5', date '2024-09-02')
            """)
        .param("school", school.value())
        .update();
    pupil =
        new PupilId(
            jdbc.sql("select id from pupil where school_id = :school")
                .param("school", school.value())
                .query(Long.class)
                .single());
    office = new Scope(Map.of(school, Set.of(Role.OFFICE)), Set.of());
  }

  private void runs(String pack, @Nullable String academy) {
    jdbc.sql("update school set pack = :pack, academy = :academy where id = :school")
        .param("pack", pack)
        .param("academy", academy)
        .param("school", school.value())
        .update();
  }

  private Press press() {
    return new Press(UUID.randomUUID().toString(), school, CLERK);
  }

  private LateArrival arrival(String at) {
    return new LateArrival(
        List.of(pupil), MONDAY, LocalTime.parse(at), null, Evidence.NONE, "Overslept", "");
  }

  @ParameterizedTest
  @CsvSource({
    "national,, 08:51, L, 1",
    "national,, 09:20, L, 30",
    "national,, 09:21, U, 31",
    "st-vincent,, 08:46, L, 1",
    "st-vincent,, 09:14, L, 29",
    "st-vincent,, 09:15, L, 30",
    "st-vincent,, 09:16, U, 31",
    "st-vincent,, 12:59, U, 254",
    "st-vincent,, 13:01, L, 1",
    "st-vincent,, 13:30, L, 30",
    "st-vincent,, 13:31, U, 31",
    "dothill,, 08:56, L, 1",
    "dothill,, 09:25, L, 30",
    "dothill,, 09:26, U, 31",
    "lady-byron,, 09:16, L, 16",
    "lady-byron,, 09:30, L, 30",
    "lady-byron,, 09:31, U, 31",
    "lady-byron,, 13:16, L, 16",
    "lady-byron,, 13:31, U, 31",
    "nailsworth,, 08:51, L, 1",
    "nailsworth,, 09:00, L, 10",
    "nailsworth,, 09:01, U, 11",
    "nailsworth,, 13:11, L, 1",
    "nailsworth,, 13:21, U, 11",
    "raleigh, ambleside, 09:01, L, 1",
    "raleigh, ambleside, 09:30, L, 30",
    "raleigh, ambleside, 09:31, U, 31",
    "raleigh, westbury, 09:20, L, 30",
    "raleigh, westbury, 09:21, U, 31",
    "raleigh, woodlands, 09:25, L, 30",
    "raleigh, woodlands, 09:26, U, 31",
  })
  void anArrivalIsLWhileTheRegisterIsOpenAndUAfterwards(
      String pack, String academy, String at, String code, int minutes) {
    runs(pack, academy);

    late.record(arrival(at), press(), office);

    assertThat(
            jdbc.sql("select code || ' ' || minutes_late from mark where pupil_id = :pupil")
                .param("pupil", pupil.value())
                .query(String.class)
                .single())
        .isEqualTo(code + " " + minutes);
  }

  @ParameterizedTest
  @CsvSource({
    "national,, 08:50",
    "st-vincent,, 08:44",
    "st-vincent,, 08:45",
    "st-vincent,, 13:00",
    "dothill,, 08:55",
    "lady-byron,, 09:14",
    "lady-byron,, 09:15",
    "lady-byron,, 13:15",
    "nailsworth,, 08:50",
    "raleigh, ambleside, 09:00",
    "raleigh, westbury, 08:50",
    "raleigh, woodlands, 08:55",
  })
  void nobodyIsLateUpToTheMinuteThatLateBeginsAfter(String pack, String academy, String at) {
    runs(pack, academy);

    assertThatThrownBy(() -> late.record(arrival(at), press(), office))
        .isInstanceOf(EntryRefused.class)
        .hasMessageContaining("nobody is late");
  }

  @ParameterizedTest
  @CsvSource({
    "national,, 2025-11-03, 08:00, 2025-11-03 to 2025-11-03 AM PM",
    "national,, 2025-11-03, 09:19, 2025-11-03 to 2025-11-03 AM PM",
    "national,, 2025-11-03, 09:20, 2025-11-03 to 2025-11-03 PM",
    "national,, 2025-11-03, 13:29, 2025-11-03 to 2025-11-03 PM",
    "national,, 2025-11-03, 13:30, ''",
    "st-vincent,, 2025-11-03, 11:00, 2025-11-03 to 2025-11-03 PM",
    "dothill,, 2025-11-03, 11:00, 2025-11-03 to 2025-11-03 PM",
    "raleigh, ambleside, 2025-11-03, 11:00, 2025-11-03 to 2025-11-03 PM; 2025-11-04 to 2025-11-04 AM PM",
    "raleigh, ambleside, 2025-11-03, 14:00, 2025-11-04 to 2025-11-04 AM PM",
    // over a weekend, over a closed day, and on the last day that the calendar knows
    "raleigh, ambleside, 2025-11-07, 11:00, 2025-11-07 to 2025-11-07 PM; 2025-11-08 to 2025-11-10 AM PM",
    "raleigh, ambleside, 2025-11-10, 11:00, 2025-11-10 to 2025-11-10 PM; 2025-11-11 to 2025-11-12 AM PM",
    "raleigh, ambleside, 2025-12-19, 11:00, 2025-12-19 to 2025-12-19 PM",
  })
  void goingHomeIllCoversWhatThePolicySays(
      String pack, String academy, String day, String left, String covered) {
    runs(pack, academy);

    assertThat(
            sending.spans(LocalDate.parse(day), LocalTime.parse(left), school).stream()
                .map(
                    span ->
                        "%s to %s%s"
                            .formatted(
                                span.first(),
                                span.last(),
                                span.sessions().stream()
                                    .sorted()
                                    .map(session -> " " + session)
                                    .collect(java.util.stream.Collectors.joining())))
                .collect(java.util.stream.Collectors.joining("; ")))
        .isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', '[AM, PM]'",
    "'', 09:20, '[]'",
    "'', 09:21, '[AM]'",
    "'', 13:30, '[AM]'",
    "'', 13:31, '[AM, PM]'",
    "09:20, 11:00, '[AM]'",
    "09:21, 11:00, '[]'",
    "10:00, '', '[PM]'",
    "13:30, '', '[PM]'",
    "13:31, '', '[]'",
  })
  void anAppointmentMissesTheRegistersThatCloseWhileTheChildIsOut(
      String out, String back, String missed) {
    assertThat(
            appointments
                .missed(
                    new Appointment(
                        List.of(pupil),
                        null,
                        MONDAY,
                        out.isEmpty() ? null : LocalTime.parse(out),
                        back.isEmpty() ? null : LocalTime.parse(back),
                        Evidence.NONE,
                        ""),
                    school)
                .toString())
        .isEqualTo(missed);
  }

  @ParameterizedTest
  @CsvSource({
    "national,, false",
    "st-vincent,, false",
    "nailsworth,, false",
    "lady-byron,, false",
    "dothill,, true",
    "raleigh, ambleside, true",
  })
  void aCardOrLetterDecidesWhereThePolicyWantsOne(String pack, String academy, boolean decides) {
    runs(pack, academy);

    assertThat(appointments.evidenceDecides(school)).isEqualTo(decides);
  }
}
