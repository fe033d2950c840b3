package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
import uk.attendance.firstday.ReadingAbsences.Absence;
import uk.attendance.firstday.Spell.Now;
import uk.attendance.policy.PolicyPack;
import uk.attendance.policy.RuleId;
import uk.attendance.policy.Setting;
import uk.attendance.pupil.Pupil;
import uk.attendance.school.SchoolCalendar;

/** Opens cases of pupils who have none. */
@Component
class OpeningCases {

  private static final String EVERY_ABSENCE = "first-day.tell-workers-of-explained-absence";
  private static final String UNSEEN = "first-day.visit-prompt-explained-but-unseen-on-day";
  private static final String UNSEEN_AT_LAST = "first-day.unseen-on-day";

  private final CaseFiles cases;
  private final RunningCases running;
  private final ReadingSpells spells;
  private final ReadingAbsences absences;
  private final Explanations explanations;
  private final AskingForTheCode asking;
  private final KnownSoFar known;
  private final EndingInforming ending;
  private final FirstDayRules rules;

  OpeningCases(
      CaseFiles cases,
      RunningCases running,
      ReadingSpells spells,
      ReadingAbsences absences,
      Explanations explanations,
      AskingForTheCode asking,
      KnownSoFar known,
      EndingInforming ending,
      FirstDayRules rules) {
    this.cases = cases;
    this.running = running;
    this.spells = spells;
    this.absences = absences;
    this.explanations = explanations;
    this.asking = asking;
    this.known = known;
    this.ending = ending;
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

  /**
   * An absence that is explained, where somebody is told of it all the same (RT-F4) or where the
   * child has not been seen for too long (RT-F3).
   */
  void informing(Pupil pupil, LocalDate today) {
    PolicyPack pack = rules.pack(pupil.school());
    boolean tells = KnownSoFar.hasWorker(pupil) && pack.settings().yes(EVERY_ABSENCE);
    Optional<Setting> prompt = pack.settings().find(UNSEEN);
    if (!tells && prompt.isEmpty()) {
      return;
    }
    absences
        .unplanned(pupil, pack, today)
        .ifPresent(absence -> informing(pupil, pack, absence, tells, prompt.isPresent()));
  }

  private void informing(
      Pupil pupil, PolicyPack pack, Absence absence, boolean tells, boolean prompts) {
    LocalDate began = rules.began(pupil.school()).orElse(null);
    if (began != null && absence.latest().isBefore(began)) {
      return;
    }
    List<CaseFile> known =
        cases.of(pupil.id(), Scope.ofTheSystem(pupil.school())).stream()
            .filter(file -> file.process().equals(FirstDay.PROCESS))
            .filter(file -> !file.startedOn().isBefore(absence.first()))
            .toList();
    boolean isNew = known.isEmpty() && (began == null || !absence.first().isBefore(began));
    if (prompts && isUnseen(known, pack, absence)) {
      open(pupil, pack, absence, UNSEEN, "Explained, and the child has not been seen for days");
    } else if (tells && isNew) {
      open(
          pupil,
          pack,
          absence,
          EVERY_ABSENCE,
          "Workers are told of every unplanned absence, explained or not");
    }
  }

  /** One of the policy's days has come, and no case of the absence was open since then. */
  private boolean isUnseen(List<CaseFile> cases, PolicyPack pack, Absence absence) {
    return Stream.of(UNSEEN, UNSEEN_AT_LAST)
            .filter(setting -> pack.settings().find(setting).isPresent())
            .map(setting -> pack.settings().count(setting))
            .filter(day -> absence.days() >= day)
            .anyMatch(day -> cases.stream().noneMatch(file -> wasOpenOn(file, day, absence)))
        && cases.stream()
            .noneMatch(file -> Boolean.TRUE.equals(this.known.of(file).get("childSeen")));
  }

  private boolean wasOpenOn(CaseFile file, int day, Absence absence) {
    LocalDate until = file.isOpen() ? absence.latest() : closedOn(file);
    return !until.isBefore(absence.first())
        && rules.calendar(file.school()).numberInSpell(absence.first(), until) >= day;
  }

  private void open(Pupil pupil, PolicyPack pack, Absence absence, String setting, String words) {
    running.open(
        opening(
            pupil,
            FirstDay.INFORMING,
            pack,
            absence.first(),
            facts(pupil, absence.days(), true),
            Why.of(FirstDayRules.rule(pack, setting), words)),
        Actor.PROGRAM);
  }

  /** Another day of an absence of which somebody is to be told. */
  void goOnInforming(CaseFile file, Pupil pupil, LocalDate today) {
    Optional<Absence> absence = absences.unplanned(pupil, rules.pack(file.pack()), today);
    if (absence.isEmpty()) {
      ending.endIfNothingIsLeft(file.id());
      return;
    }
    Map<String, Object> facts = new HashMap<>(known.of(file));
    facts.put("explained", true);
    facts.put("schoolDay", absence.get().days());
    running.tell(file.id(), FirstDay.REGISTER_CLOSED, facts, Actor.PROGRAM);
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
