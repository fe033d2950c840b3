package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.RunningCases;
import uk.attendance.firstday.Spell.Now;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolId;

/** What the close of a register brings about for one pupil, within a transaction. */
@Component
class RegisterClose {

  private final Pupils pupils;
  private final CaseFiles cases;
  private final ReadingSpells spells;
  private final OpeningCases opening;
  private final StoppingLadders stopping;
  private final KnownSoFar known;
  private final RunningCases running;
  private final FirstDayRules rules;

  RegisterClose(
      Pupils pupils,
      CaseFiles cases,
      ReadingSpells spells,
      OpeningCases opening,
      StoppingLadders stopping,
      KnownSoFar known,
      RunningCases running,
      FirstDayRules rules) {
    this.pupils = pupils;
    this.cases = cases;
    this.spells = spells;
    this.opening = opening;
    this.stopping = stopping;
    this.known = known;
    this.running = running;
    this.rules = rules;
  }

  void of(PupilId id, SchoolId school) {
    Pupil pupil =
        pupils
            .byId(id, Scope.ofTheSystem(school))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "register close of pupil %s: school %s has no such pupil"
                            .formatted(id, school)));
    LocalDate today = rules.today();
    if (!pupil.isOnRoll(today) || !rules.calendar(school).covers(today)) {
      return;
    }
    Optional<CaseFile> open = cases.openOf(FirstDay.PROCESS, FirstDay.UNEXPLAINED, id);
    if (open.isPresent()) {
      goOn(open.get());
    } else {
      opening.unexplained(pupil, today);
    }
    Optional<CaseFile> informing = cases.openOf(FirstDay.PROCESS, FirstDay.INFORMING, id);
    if (informing.isPresent()) {
      opening.goOnInforming(informing.get(), pupil, today);
    } else if (cases.openOf(FirstDay.PROCESS, FirstDay.UNEXPLAINED, id).isEmpty()) {
      opening.informing(pupil, today);
    }
  }

  /** A case is open: another day of it, or the pupil is back, or its marks were corrected. */
  void goOn(CaseFile file) {
    Spell spell = spells.of(file);
    if (spell.now() == Now.AWAY) {
      running.tell(file.id(), FirstDay.REGISTER_CLOSED, facts(file, spell), Actor.PROGRAM);
    } else if (!spell.unexplained().isEmpty()) {
      stopping.stopAndAskForTheCode(file);
    } else if (spell.codedHere()) {
      running.tell(
          file.id(), FirstDay.SETTLED, Map.of("authorised", false, "settled", true), Actor.PROGRAM);
    } else {
      stopping.corrected(file, spell);
    }
  }

  /** What a day of the case is decided from. */
  Map<String, Object> facts(CaseFile file, Spell spell) {
    Map<String, Object> facts = new HashMap<>(known.of(file));
    facts.put("schoolDay", spell.schoolDay(rules.calendar(file.school())));
    facts.put("explained", false);
    return facts;
  }
}
