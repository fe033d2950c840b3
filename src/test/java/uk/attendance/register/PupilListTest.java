package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.attendance.pupil.People.OAK;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.Database;
import uk.attendance.OnBothDatabases;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.policy.FigureLines;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.pupil.People;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.PupilSearch;
import uk.attendance.pupil.Slice;
import uk.attendance.register.PupilList.Order;

class PupilListTest {

  private static final FigureLines LINES = PolicyPacks.bundled().national().figureLines();

  private final Scope office = People.at(OAK, Role.OFFICE);

  @OnBothDatabases
  void sortsByAttendanceAcrossPagesWithoutFiguresLast(Database database) {
    KeptMarks school = school(database);
    PupilList list = new PupilList(database.jdbc());
    List<String> seen = new ArrayList<>();

    PupilId after = null;
    Slice<PupilList.Row> page;
    do {
      page = list.page(query(null, Order.ATTENDANCE, after, 2), office);
      page.rows().forEach(row -> seen.add(row.pupil().admissionNo()));
      after = page.rows().get(page.rows().size() - 1).pupil().id();
    } while (page.more());

    assertThat(seen).containsExactly("1003", "1002", "1001", "1000", "1004");
    assertThat(school.figures(school.pupil(4))).isEmpty();
  }

  @OnBothDatabases
  void narrowsByWhereAbsenceStands(Database database) {
    school(database);
    PupilList list = new PupilList(database.jdbc());

    assertThat(found(list, Standing.FINE)).containsExactly("1000");
    assertThat(found(list, Standing.AT_RISK)).containsExactly("1001");
    assertThat(found(list, Standing.PERSISTENT)).containsExactly("1002", "1003");
    assertThat(found(list, Standing.SEVERE)).containsExactly("1003");
    assertThat(found(list, Standing.NO_FIGURE)).containsExactly("1004");
    assertThat(found(list, null)).hasSize(5);
  }

  @OnBothDatabases
  void showsNobodyOutOfScope(Database database) {
    school(database);

    assertThat(
            new PupilList(database.jdbc())
                .page(query(null, Order.NAME, null, 10), People.at(People.ELM, Role.HEADTEACHER))
                .rows())
        .isEmpty();
  }

  /** Of 40 sessions the first pupil missed none, then 3, 4 and 20; the last has no mark. */
  private static KeptMarks school(Database database) {
    KeptMarks school = KeptMarks.with(database, 5);
    school.record(school.pupil(0), fourWeeks());
    school.record(
        school.pupil(1), fourWeeks().mark("2025-09-02", "I", "I").mark("2025-09-03", "I", "\\"));
    school.record(school.pupil(2), fourWeeks().each("2025-09-02", "2025-09-03", "I", "I"));
    school.record(school.pupil(3), fourWeeks().each("2025-09-02", "2025-09-15", "I", "I"));
    return school;
  }

  private static MadeUpMarks fourWeeks() {
    return new MadeUpMarks().present("2025-09-01", "2025-09-26");
  }

  private List<String> found(PupilList list, @Nullable Standing standing) {
    return list.page(query(standing, Order.NAME, null, 10), office).rows().stream()
        .map(row -> row.pupil().admissionNo())
        .toList();
  }

  private static PupilList.Query query(
      @Nullable Standing standing, Order order, @Nullable PupilId after, int limit) {
    return new PupilList.Query(
        PupilSearch.of("okafor"), 2025, standing, LINES, order, after, limit);
  }
}
