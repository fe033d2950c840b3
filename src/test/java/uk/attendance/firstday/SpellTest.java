package uk.attendance.firstday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.attendance.firstday.Spell.MarkSeen;
import uk.attendance.firstday.Spell.Now;
import uk.attendance.firstday.Spell.Says;
import uk.attendance.school.CalendarPlan;
import uk.attendance.school.Period;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** What the marks of a pupil say about an absence, and which school day of it is today. */
class SpellTest {

  /** Half term from 27 to 31 October 2025. */
  private static final SchoolCalendar CALENDAR =
      SchoolCalendar.of(
          new SchoolId("some-school"),
          new CalendarPlan(
              List.of(
                  Period.term("Autumn term", day("2025-09-01"), day("2025-12-19")),
                  Period.halfTerm("Autumn 1", day("2025-09-01"), day("2025-10-24")),
                  Period.halfTerm("Autumn 2", day("2025-11-03"), day("2025-12-19"))),
              List.of()));

  /**
   * Marks as day, session and what they say: N no reason, / present, I explained, O coded here for
   * want of a reason, ? reason known and code not, - nothing.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // one session, two, an afternoon only
        "11-03A=N | AWAY | 11-03 | 1 | 1",
        "11-03A=N 11-03P=N | AWAY | 11-03 | 1 | 2",
        "11-03A=/ 11-03P=N | AWAY | 11-03 | 1 | 1",
        // day n over days that nobody marked
        "11-03A=N 11-06A=N | AWAY | 11-03 | 4 | 2",
        "11-03A=N 11-04A=N | AWAY | 11-03 | 2 | 2",
        // Friday to Monday, and over half-term
        "11-07A=N 11-10A=N | AWAY | 11-07 | 2 | 2",
        "10-24A=N 11-03A=N | AWAY | 10-24 | 2 | 2",
        "10-23P=N 11-03A=N | AWAY | 10-23 | 3 | 2",
        // a present mark ends it, and what has no reason stays
        "11-03A=N 11-03P=/ | BACK | | 1 | 1",
        "11-03A=N 11-04A=/ 11-05A=N | AWAY | 11-05 | 1 | 2",
        "11-03A=I 11-04A=/ | BACK | | 1 | 0",
        // so does an explanation
        "11-03A=N 11-03P=I | EXPLAINED | | 1 | 1",
        "11-03A=I 11-03P=N | AWAY | 11-03 | 1 | 1",
        "11-03A=N 11-04A=I 11-05A=N | AWAY | 11-05 | 1 | 2",
        // a code decided here for want of a reason ends nothing
        "11-03A=O 11-04A=O 11-05A=N | AWAY | 11-03 | 3 | 1",
        "11-03A=O 11-04A=O | AWAY | 11-03 | 2 | 0",
        "11-03A=O 11-04A=/ | BACK | | 1 | 0",
        // a reason that a person weighs rings nobody, and still waits for its code
        "11-03A=? | EXPLAINED | | 1 | 1",
        "11-03A=? 11-04A=N | AWAY | 11-04 | 1 | 2",
        // a closure says nothing
        "11-03A=N 11-03P=- 11-04A=N | AWAY | 11-03 | 2 | 2",
        "11-03A=- | UNKNOWN | | 1 | 0",
      })
  void readsTheSpellFromTheMarks(
      String marks, Now now, String first, int schoolDay, int unexplained) {
    Spell spell = Spell.of(marks(marks));

    assertThat(spell.now()).isEqualTo(now);
    assertThat(spell.first()).isEqualTo(first == null ? null : day("2025-" + first));
    assertThat(spell.schoolDay(CALENDAR)).isEqualTo(schoolDay);
    assertThat(spell.unexplained()).hasSize(unexplained);
  }

  @Property
  void isAwayExactlyWhileTheNewestWordIsNoReason(@ForAll List<Says> said) {
    List<MarkSeen> marks = new ArrayList<>();
    LocalDate day = day("2025-09-01");
    for (Says says : said) {
      marks.add(new MarkSeen(day, Session.AM, says));
      day = day.plusDays(1);
    }
    Says newest =
        said.stream()
            .filter(one -> one != Says.NOTHING)
            .reduce((earlier, later) -> later)
            .orElse(Says.NOTHING);

    Spell spell = Spell.of(marks);

    assertThat(spell.now() == Now.AWAY)
        .isEqualTo(newest == Says.UNEXPLAINED || newest == Says.CODED_HERE)
        .isEqualTo(spell.first() != null);
    assertThat(spell.unexplained())
        .allMatch(mark -> mark.says() == Says.UNEXPLAINED || mark.says() == Says.TO_BE_CODED);
  }

  @Property
  void daysBeforeAPresentMarkChangeNothingOfTheSpellAfterIt(
      @ForAll List<Says> before, @ForAll List<Says> after) {
    List<MarkSeen> alone = dated(after, 0);
    List<MarkSeen> whole = new ArrayList<>(dated(before, -before.size() - 1));
    whole.add(new MarkSeen(day("2025-10-01").minusDays(1), Session.AM, Says.PRESENT));
    whole.addAll(alone);

    assertThat(Spell.of(whole).first()).isEqualTo(Spell.of(alone).first());
  }

  private static List<MarkSeen> dated(List<Says> said, int from) {
    List<MarkSeen> marks = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      marks.add(new MarkSeen(day("2025-10-01").plusDays(from + i), Session.AM, said.get(i)));
    }
    return marks;
  }

  private static List<MarkSeen> marks(String words) {
    return Arrays.stream(words.strip().split(" "))
        .map(
            word ->
                new MarkSeen(
                    day("2025-" + word.substring(0, 5)),
                    word.charAt(5) == 'A' ? Session.AM : Session.PM,
                    says(word.charAt(7))))
        .toList();
  }

  private static Says says(char mark) {
    return switch (mark) {
      case 'N' -> Says.UNEXPLAINED;
      case '/' -> Says.PRESENT;
      case 'I' -> Says.EXPLAINED;
      case 'O' -> Says.CODED_HERE;
      case '?' -> Says.TO_BE_CODED;
      default -> Says.NOTHING;
    };
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
