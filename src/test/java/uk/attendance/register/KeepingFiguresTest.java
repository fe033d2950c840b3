package uk.attendance.register;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.pupil.People.OAK;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.Map;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.policy.FigureLines;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.People;
import uk.attendance.pupil.PupilId;

class KeepingFiguresTest {

  private static final FigureLines LINES = PolicyPacks.bundled().national().figureLines();
  private final Scope office = People.at(OAK, Role.OFFICE);

  @OnBothDatabases
  void keepsEveryCountAsItWasCounted(Database database) {
    KeptMarks school = KeptMarks.with(database, 2);
    PupilId ada = school.pupil(0);
    MadeUpMarks same =
        new MadeUpMarks()
            .each("2025-07-14", "2025-07-22", "N", "N")
            .each("2025-09-01", "2025-09-05", "/", "\\")
            .mark("2025-09-08", "L", "I")
            .mark("2025-09-09", "I", "I")
            .mark("2025-09-10", "U", "N")
            .mark("2025-09-11", "N", "N");

    school.record(ada, same);

    assertThat(school.figures(ada)).contains(same.figures());
    assertThat(school.figures(school.pupil(1))).isEmpty();
  }

  @OnBothDatabases
  void countsTwoChildrenOfAFamilyApart(Database database) {
    KeptMarks school = KeptMarks.with(database, 2);

    school.record(school.pupil(0), new MadeUpMarks().each("2025-09-08", "2025-09-12", "O", "O"));
    school.record(
        school.pupil(1),
        new MadeUpMarks().each("2025-09-08", "2025-09-11", "O", "O").mark("2025-09-12", "O", "\\"));

    assertThat(school.figures(school.pupil(0)).orElseThrow().inWindow()).isEqualTo(10);
    assertThat(school.figures(school.pupil(1)).orElseThrow().inWindow()).isEqualTo(9);
  }

  @OnBothDatabases
  void countsACorrectionAtOnce(Database database) {
    KeptMarks school = KeptMarks.with(database, 1);
    PupilId ada = school.pupil(0);
    school.record(ada, new MadeUpMarks().each("2025-09-08", "2025-09-12", "N", "N"));

    school.record(ada, new MadeUpMarks().mark("2025-09-10", "I", "I"));

    Figures figures = school.figures(ada).orElseThrow();
    assertThat(figures.unauthorised()).isEqualTo(8);
    assertThat(figures.authorised()).isEqualTo(2);
    assertThat(figures.run(RunKind.UNEXPLAINED).days()).isEqualTo(2);
  }

  @OnBothDatabases
  void forgetsFiguresWhenTheLastMarkIsTakenBack(Database database) {
    KeptMarks school = KeptMarks.with(database, 1);
    PupilId ada = school.pupil(0);
    school.record(ada, new MadeUpMarks().mark("2025-09-08", "N", "N"));

    school.record(ada, new MadeUpMarks().mark("2025-09-08", "-", "-"));

    assertThat(school.figures(ada)).isEmpty();
  }

  @OnBothDatabases
  void countsALateMarkOfLastYearInThisYearsWindow(Database database) {
    KeptMarks school = KeptMarks.with(database, 1);
    PupilId ada = school.pupil(0);
    school.record(ada, new MadeUpMarks().each("2025-09-01", "2025-09-05", "/", "\\"));

    school.record(ada, new MadeUpMarks().mark("2025-07-21", "O", "O"));

    assertThat(school.figures(ada).orElseThrow().inWindow()).isEqualTo(2);
  }

  @OnBothDatabases
  void countsAnewWhenTheCalendarChanges(Database database) {
    KeptMarks school = KeptMarks.with(database, 1);
    PupilId ada = school.pupil(0);
    MadeUpMarks marks = new MadeUpMarks().each("2025-11-10", "2025-11-14", "N", "N");
    marks.mark("2025-11-12", "/", "/");
    school.record(ada, marks);
    assertThat(school.figures(ada).orElseThrow().run(RunKind.UNEXPLAINED).days()).isEqualTo(4);

    school.open(parse("2025-11-12"));

    assertThat(school.figures(ada).orElseThrow().run(RunKind.UNEXPLAINED).days()).isEqualTo(2);
  }

  @OnBothDatabases
  void addsUpClassesAndTheSchool(Database database) {
    KeptMarks school = KeptMarks.with(database, 3);
    school.record(school.pupil(0), new MadeUpMarks().each("2025-09-08", "2025-09-12", "/", "\\"));
    school.record(school.pupil(1), new MadeUpMarks().each("2025-09-08", "2025-09-12", "L", "\\"));
    school.record(
        school.pupil(2),
        new MadeUpMarks().mark("2025-09-11", "/", "\\").mark("2025-09-12", "I", "U"));

    GroupFigures all = school.kept.ofSchool(OAK, MadeUpMarks.YEAR, LINES, office);

    assertThat(all.pupils()).isEqualTo(3);
    assertThat(all.possible()).isEqualTo(24);
    assertThat(all.absent()).isEqualTo(2);
    assertThat(all.attendance(2)).contains(new BigDecimal("91.66"));
    assertThat(all.persistent()).isEqualTo(1);
    assertThat(all.severe()).isEqualTo(1);
    assertThat(all.lateBeforeClose()).isEqualTo(5);
    assertThat(all.weekdays().get(DayOfWeek.FRIDAY)).isEqualTo(new Figures.Share(2, 6));
    assertThat(school.kept.ofClasses(OAK, MadeUpMarks.YEAR, LINES, office).values())
        .extracting(GroupFigures::pupils)
        .containsExactlyInAnyOrder(2, 1);
  }

  @OnBothDatabases
  void showsNoFiguresOutOfScope(Database database) {
    KeptMarks school = KeptMarks.with(database, 1);
    school.record(school.pupil(0), new MadeUpMarks().mark("2025-09-08", "N", "N"));
    Scope elsewhere = People.at(People.ELM, Role.HEADTEACHER);

    assertThat(school.kept.of(school.pupil(0), MadeUpMarks.YEAR, elsewhere)).isEmpty();
    assertThat(school.kept.ofSchool(OAK, MadeUpMarks.YEAR, LINES, elsewhere))
        .isEqualTo(GroupFigures.NONE);
    assertThat(school.kept.ofClasses(OAK, MadeUpMarks.YEAR, LINES, elsewhere)).isEqualTo(Map.of());
  }

  @OnBothDatabases
  void keepsTheFiguresOfMorePupilsThanOneQueryReads(Database database) {
    KeptMarks school = KeptMarks.with(database, 300);
    MadeUpMarks fifty =
        new MadeUpMarks()
            .present("2025-10-06", "2025-10-24")
            .each("2025-10-24", "2025-10-24", "N", "I");

    school.recordForAll(fifty);

    assertThat(school.kept.ofSchool(OAK, MadeUpMarks.YEAR, LINES, office).possible())
        .isEqualTo(300L * fifty.figures().possible());
  }
}
