package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.firstday.Spell.Says;
import uk.attendance.policy.PolicyPack;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Mark;
import uk.attendance.school.SchoolCalendar;

/** Absences that still await a reason: what somebody who gives one meets. */
@Component
public class OpenAbsences {

  private final CaseFiles cases;
  private final ReadingSpells spells;
  private final KnownSoFar known;
  private final FirstDayRules rules;

  OpenAbsences(CaseFiles cases, ReadingSpells spells, KnownSoFar known, FirstDayRules rules) {
    this.cases = cases;
    this.spells = spells;
    this.known = known;
    this.rules = rules;
  }

  /**
   * @param schoolDay which school day of the absence its newest mark's is; the first is 1
   * @param concern whether somebody is worried about the child
   * @param newest the newest day without a reason
   * @param mayBeAwayToday whether today is a school day of which no mark says otherwise
   */
  public record OpenAbsence(
      CaseFile file, int schoolDay, boolean concern, LocalDate newest, boolean mayBeAwayToday) {

    /**
     * The last day that a reason given now is for.
     *
     * @param today the day on which it is given
     * @param stillAway whether they say that the child is not back yet
     */
    public LocalDate explainedDay(LocalDate today, boolean stillAway) {
      return stillAway && mayBeAwayToday ? today : newest;
    }
  }

  /** Empty where nobody asks any more: explained, coded, back or gone. */
  public Optional<OpenAbsence> of(PupilId pupil) {
    return cases.openOf(FirstDay.PROCESS, FirstDay.UNEXPLAINED, pupil).flatMap(this::open);
  }

  private Optional<OpenAbsence> open(CaseFile file) {
    Spell spell = spells.of(file);
    PolicyPack pack = rules.pack(file.pack());
    List<LocalDate> unexplained =
        spell.unexplained().stream()
            .filter(mark -> mark.says() == Says.UNEXPLAINED)
            .map(Spell.MarkSeen::day)
            .toList();
    if (unexplained.isEmpty()) {
      return Optional.empty();
    }
    SchoolCalendar calendar = rules.calendar(file.school());
    LocalDate today = rules.today();
    return Optional.of(
        new OpenAbsence(
            file,
            spell.schoolDay(calendar),
            Boolean.TRUE.equals(known.of(file).get("safeguardingConcern")),
            unexplained.get(unexplained.size() - 1),
            calendar.covers(today)
                && calendar.isSchoolDay(today)
                && spells.marksOf(file).stream()
                    .filter(mark -> mark.day().equals(today))
                    .allMatch(mark -> isOpen(mark, pack))));
  }

  private static boolean isOpen(Mark mark, PolicyPack pack) {
    Says says = ReadingSpells.says(mark, pack, null, true);
    return says == Says.UNEXPLAINED || says == Says.NOTHING;
  }
}
