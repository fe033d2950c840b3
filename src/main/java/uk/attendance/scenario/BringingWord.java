package uk.attendance.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.RunningCases;
import uk.attendance.firstday.Explaining;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.PupilId;

/** Passes on what comes in about a pupil, by the entry of the feature that it is for. */
@Component
@Profile("scenario")
class BringingWord {

  private static final String EXPLAINED = "absence-explained";
  private static final String REASON = "reason";
  private static final String TEXT = "reasonText";
  private static final String FROM = "from";
  private static final String RETURN = "expectedReturn";
  private static final Set<String> ASKED = Set.of(REASON, TEXT, FROM, RETURN);

  private final Explaining explaining;
  private final CaseFiles cases;
  private final RunningCases running;
  private final Contacts contacts;
  private final StoryClock clock;

  BringingWord(
      Explaining explaining,
      CaseFiles cases,
      RunningCases running,
      Contacts contacts,
      StoryClock clock) {
    this.explaining = explaining;
    this.cases = cases;
    this.running = running;
    this.contacts = contacts;
    this.clock = clock;
  }

  void tell(Happening.Message message, StorySchool school) {
    PupilId pupil = school.pupil(message.pupil());
    Actor office = Actor.of(school.person(Role.OFFICE.key()));
    if (message.name().equals(EXPLAINED)) {
      explain(message, pupil, school, office);
      return;
    }
    List<CaseFile> open = cases.openOf(pupil);
    if (open.isEmpty()) {
      throw new StepRefused("no case of %s awaits %s".formatted(message.pupil(), message.name()));
    }
    open.forEach(file -> running.tell(file.id(), message.name(), message.with(), office));
  }

  private void explain(Happening.Message message, PupilId pupil, StorySchool school, Actor office) {
    Map<String, Object> with = message.with();
    Set<String> unknown = new TreeSet<>(with.keySet());
    unknown.removeAll(ASKED);
    if (!unknown.isEmpty()) {
      throw new StepRefused("%s knows no %s".formatted(EXPLAINED, String.join(", ", unknown)));
    }
    if (!with.containsKey(REASON)) {
      throw new StepRefused(REASON + ": a reason is needed");
    }
    explaining.explain(
        pupil,
        school.id(),
        String.valueOf(with.get(REASON)),
        String.valueOf(with.getOrDefault(TEXT, "")),
        day(with.get(RETURN)),
        with.containsKey(FROM) ? who(String.valueOf(with.get(FROM)), pupil, school) : "",
        clock.today(),
        office);
  }

  private static @Nullable LocalDate day(@Nullable Object written) {
    try {
      return written == null ? null : LocalDate.parse(String.valueOf(written));
    } catch (DateTimeParseException e) {
      throw new StepRefused("%s: '%s' is no date like 2025-11-03".formatted(RETURN, written));
    }
  }

  /** Only a contact may say it, never a brother or sister (DH-R1). */
  private String who(String name, PupilId pupil, StorySchool school) {
    return contacts.of(pupil, Scope.ofTheSystem(school.id())).all().stream()
        .filter(contact -> contact.externalId().equals(name))
        .map(contact -> "the " + contact.relationship())
        .findFirst()
        .orElseThrow(
            () ->
                new StepRefused(
                    "%s: %s is no contact of %s".formatted(FROM, name, school.nameOf(pupil))));
  }
}
