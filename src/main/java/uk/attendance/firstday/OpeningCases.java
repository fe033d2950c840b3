package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.firstday.Spell.Now;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RuleId;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.SchoolCalendar;

/** Opens cases of pupils who have none. */
@Component
class OpeningCases {

  private static final String EVERY_ABSENCE = "first-day.tell-workers-of-explained-absence";

  private final CaseFiles cases;
  private final RunningCases running;
  private final ReadingSpells spells;
  private final ReadingAbsences absences;
  private final Explanations explanations;
  private final AskingForTheCode asking;
  private final KnownSoFar known;
  private final FirstDayRules rules;

  OpeningCases(
      CaseFiles cases,
      RunningCases running,
      ReadingSpells spells,
      ReadingAbsences absences,
      Explanations explanations,
      AskingForTheCode asking,
      KnownSoFar known,
      FirstDayRules rules) {
    this.cases = cases;
    this.running = running;
    this.spells = spells;
    this.absences = absences;
    this.explanations = explanations;
    this.asking = asking;
    this.known = known;
    this.rules = rules;
  }

  /** A mark without a reason since the school began, and nothing that speaks against a case. */
  void unexplained(Pupil pupil, LocalDate today) {
    Optional<CaseFile> before = newest(pupil);
    Spell spell =
        spells.of(
            pupil.id(),
            pupil.school(),
            before.filter(OpeningCases::isMissing).map(OpeningCases::closedOn).orElse(null),
            today);
    LocalDate began = rules.began(pupil.school()).orElse(null);
    List<LocalDate> days =
        spell.days().stream().filter(day -> began == null || !day.isBefore(began)).toList();
    if (days.isEmpty() || before.filter(file -> blocks(file, spell)).isPresent()) {
      return;
    }
    boolean away = spell.now() == Now.AWAY;
    LocalDate first = spell.first();
    Optional<Explanation> report =
        away && spell.latest() != null
            ? explanations.reportOf(pupil.id(), spell.latest())
            : Optional.empty();
    boolean ladder = away && report.isEmpty();
    LocalDate startedOn = away && first != null ? first : days.get(0);
    PolicyPack pack = rules.pack(pupil.school());
    Map<String, Object> facts = facts(pupil, ladder ? schoolDay(spell, pupil) : 1, !ladder);
    Why why =
        Why.of(
            FirstDayRules.rule(pack, "register.unexplained-code"),
            "No reason was known when the register closed");
    running
        .open(
            opening(
                pupil,
                FirstDay.UNEXPLAINED,
                pack,
                startedOn,
                facts,
                new Why(null, null, why.rule(), why.words(), Map.of(), spell.days())),
            Actor.PROGRAM)
        .ifPresent(id -> askWhereNobodyIsRung(id, ladder, report.orElse(null)));
  }

  /** Back already, or reported with a reason that a person weighs: the code alone is open. */
  private void askWhereNobodyIsRung(CaseId id, boolean ladder, @Nullable Explanation report) {
    if (report != null) {
      explanations.keep(id, report);
    }
    if (!ladder) {
      asking.ask(cases.get(id));
    }
  }

  /**
   * Nothing begins anew while a pupil stays away whose absence was coded or handed over, nor before
   * an expected return that the policy is content with.
   */
  private boolean blocks(CaseFile before, Spell spell) {
    if (before.isOpen()) {
      return true;
    }
    if (FirstDay.CODED.equals(before.outcome())) {
      return !spell.seenSince(before.startedOn());
    }
    if (isMissing(before)) {
      return !spell.seenSince(closedOn(before)) && handedOver(before);
    }
    LocalDate latest = spell.latest();
    return latest != null
        && explanations.coveredUntil(before).filter(day -> !latest.isAfter(day)).isPresent()
        && explanations
            .of(before.id())
            .filter(explanation -> explanation.expectedReturn() != null)
            .isPresent();
  }

  /** Whether the case of a missing pupil, or its hand-over, is still open. */
  private boolean handedOver(CaseFile before) {
    return cases.openOf(before.pupil()).stream()
        .anyMatch(file -> file.cause().equals(HandingCasesOver.CAUSE));
  }

  /** RT-F4: an absence that is explained, of a pupil whose workers are told all the same. */
  void informing(Pupil pupil, LocalDate today) {
    PolicyPack pack = rules.pack(pupil.school());
    if (!KnownSoFar.hasWorker(pupil) || !pack.settings().yes(EVERY_ABSENCE)) {
      return;
    }
    Optional<LocalDate> day = absences.firstDayOfUnplanned(pupil, pack, today);
    LocalDate began = rules.began(pupil.school()).orElse(null);
    if (day.isEmpty()
        || (began != null && day.get().isBefore(began))
        || isKnownSince(pupil, day.get())) {
      return;
    }
    running.open(
        opening(
            pupil,
            FirstDay.INFORMING,
            pack,
            day.get(),
            facts(pupil, 1, true),
            Why.of(
                FirstDayRules.rule(pack, EVERY_ABSENCE),
                "Workers are told of every unplanned absence, explained or not")),
        Actor.PROGRAM);
  }

  private boolean isKnownSince(Pupil pupil, LocalDate day) {
    return cases.of(pupil.id(), Scope.ofTheSystem(pupil.school())).stream()
        .filter(file -> file.process().equals(FirstDay.PROCESS))
        .anyMatch(file -> !file.startedOn().isBefore(day));
  }

  /** What is left to be told when an absence was explained before everybody had been told. */
  void leftToBeTold(CaseFile file, Map<String, Object> facts) {
    Map<String, Object> all = new HashMap<>(start());
    all.putAll(facts);
    all.put("explained", true);
    all.put("schoolDay", 1);
    running.openAfterwards(
        new Opening(
            FirstDay.PROCESS,
            FirstDay.INFORMING,
            file.school(),
            file.pupil(),
            file.pack(),
            file.startedOn(),
            all,
            Why.of(new RuleId("NF-F1"), "Explained, and somebody is still to be told")),
        Actor.PROGRAM);
  }

  private static Opening opening(
      Pupil pupil,
      String cause,
      PolicyPack pack,
      LocalDate startedOn,
      Map<String, Object> facts,
      Why why) {
    return new Opening(
        FirstDay.PROCESS, cause, pupil.school(), pupil.id(), pack.version(), startedOn, facts, why);
  }

  private Map<String, Object> facts(Pupil pupil, int schoolDay, boolean explained) {
    Map<String, Object> facts = new HashMap<>(start());
    facts.putAll(known.atFirst(pupil));
    facts.put("schoolDay", schoolDay);
    facts.put("explained", explained);
    return facts;
  }

  /** What the diagram asks before anything is known. */
  static Map<String, Object> start() {
    return Map.of("codeWanted", false, "authorised", false, "settled", false);
  }

  private int schoolDay(Spell spell, Pupil pupil) {
    return spell.schoolDay(rules.calendar(pupil.school()));
  }

  private Optional<CaseFile> newest(Pupil pupil) {
    return cases.of(pupil.id(), Scope.ofTheSystem(pupil.school())).stream()
        .filter(file -> file.process().equals(FirstDay.PROCESS))
        .filter(file -> file.cause().equals(FirstDay.UNEXPLAINED))
        .findFirst();
  }

  private static boolean isMissing(CaseFile file) {
    return FirstDay.MISSING.equals(file.outcome());
  }

  private static LocalDate closedOn(CaseFile file) {
    return SchoolCalendar.dayOf(file.closedAt() == null ? file.openedAt() : file.closedAt());
  }
}
