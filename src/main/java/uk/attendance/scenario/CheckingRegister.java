package uk.attendance.scenario;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.PolicyPacks;
import uk.attendance.register.Figures;
import uk.attendance.register.KeptFigures;
import uk.attendance.register.Mark;
import uk.attendance.register.Marks;
import uk.attendance.school.Calendars;

/** Holds the marks and figures that a story expects against the register. */
@Component
@Profile("scenario")
class CheckingRegister {

  private static final int DECIMALS = 2;

  private final Marks marks;
  private final KeptFigures figures;
  private final Calendars calendars;
  private final PolicyPacks packs;
  private final StoryClock clock;

  CheckingRegister(
      Marks marks, KeptFigures figures, Calendars calendars, PolicyPacks packs, StoryClock clock) {
    this.marks = marks;
    this.figures = figures;
    this.calendars = calendars;
    this.packs = packs;
    this.clock = clock;
  }

  /** What there is instead; empty where it is as expected. */
  Optional<String> found(Expectation expected, StorySchool school) {
    if (expected instanceof Expectation.Mark mark) {
      String code =
          marks
              .of(
                  school.pupil(mark.pupil()),
                  mark.on(),
                  mark.session(),
                  Scope.ofTheSystem(school.id()))
              .map(Mark::code)
              .orElse(Marks.NONE);
      return code.equals(mark.is()) ? Optional.empty() : Optional.of(code);
    } else if (expected instanceof Expectation.Attendance attendance) {
      return attendance(attendance, school);
    } else if (expected instanceof Expectation.Count count) {
      int inWindow = figures(count.pupil(), school).map(Figures::inWindow).orElse(0);
      return inWindow == count.is() ? Optional.empty() : Optional.of(Integer.toString(inWindow));
    }
    throw new IllegalStateException("nobody checks: " + expected.words());
  }

  private Optional<String> attendance(Expectation.Attendance expected, StorySchool school) {
    Figures now = figures(expected.pupil(), school).orElse(null);
    BigDecimal share = now == null ? null : now.attendance(DECIMALS).orElse(null);
    if (now == null || share == null) {
      return Optional.of("no figure");
    }
    boolean persistent =
        packs.pack(school.story().pack()).figureLines().isPersistent(now.absent(), now.possible());
    BigDecimal is = expected.is();
    boolean alike = is == null || share.compareTo(is) == 0;
    Boolean wanted = expected.persistent();
    return alike && (wanted == null || wanted == persistent)
        ? Optional.empty()
        : Optional.of(share + (persistent ? ", persistent" : ", not persistent"));
  }

  private Optional<Figures> figures(String pupil, StorySchool school) {
    return figures.of(
        school.pupil(pupil),
        calendars.of(school.id()).schoolYear(clock.today()),
        Scope.ofTheSystem(school.id()));
  }
}
