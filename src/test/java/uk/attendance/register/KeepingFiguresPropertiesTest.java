package uk.attendance.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import uk.attendance.school.Session;

/** Figures kept along the way are those that the marks come to in the end. */
class KeepingFiguresPropertiesTest {

  private static final List<LocalDate> DAYS =
      MadeUpMarks.CALENDAR.schoolDays(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 11, 17));

  private static KeptMarks school;

  @BeforeContainer
  static void open() {
    school = KeptMarks.onH2(2);
  }

  @AfterContainer
  static void close() {
    school.close();
  }

  /** One session's mark in a file. */
  record Entry(LocalDate day, Session session, String code) {}

  @Provide
  Arbitrary<List<Entry>> files() {
    return Combinators.combine(
            Arbitraries.of(DAYS),
            Arbitraries.of(Session.class),
            Arbitraries.of("/", "\\", "N", "N", "O", "G", "U", "I", "L", "C", "#", "Y1", "-"))
        .as(Entry::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(120);
  }

  @Property(tries = 60)
  void equalFiguresCountedFromScratch(@ForAll("files") List<Entry> entries) {
    school.forgetMarks();
    for (int from = 0; from < entries.size(); from += 17) {
      school.record(
          school.pupil(0), marks(entries.subList(from, Math.min(entries.size(), from + 17))));

      assertThat(school.figures(school.pupil(0)))
          .isEqualTo(marks(entries.subList(0, Math.min(entries.size(), from + 17))).maybeFigures());
    }
  }

  @Property(tries = 60)
  void doNotDependOnTheOrderOfImports(@ForAll("files") List<Entry> entries, @ForAll Random random) {
    school.forgetMarks();
    Map<String, Entry> last = new TreeMap<>();
    entries.forEach(entry -> last.put(entry.day() + entry.session().name(), entry));
    List<Entry> inOrder = new ArrayList<>(last.values());
    List<Entry> shuffled = new ArrayList<>(inOrder);
    java.util.Collections.shuffle(shuffled, random);

    for (int from = 0; from < inOrder.size(); from += 13) {
      int to = Math.min(inOrder.size(), from + 13);
      school.record(school.pupil(0), marks(inOrder.subList(from, to)));
      school.record(school.pupil(1), marks(shuffled.subList(from, to)));
    }

    assertThat(school.figures(school.pupil(1))).isEqualTo(school.figures(school.pupil(0)));
  }

  private static MadeUpMarks marks(List<Entry> entries) {
    MadeUpMarks marks = new MadeUpMarks();
    entries.forEach(entry -> marks.mark(entry.day(), entry.session(), entry.code()));
    return marks;
  }
}
