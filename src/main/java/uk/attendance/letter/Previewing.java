package uk.attendance.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.YearGroup;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Schools;
import uk.attendance.school.Session;

/** Shows how a letter of a school would read, about a pupil who does not exist. */
@Component
public class Previewing {

  private static final String NO_TELEPHONE = "(no telephone number yet)";

  private final LetterTemplates templates;
  private final Wording wording;
  private final Schools schools;
  private final Letterheads heads;
  private final Clock clock;

  Previewing(
      LetterTemplates templates, Wording wording, Schools schools, Letterheads heads, Clock clock) {
    this.templates = templates;
    this.wording = wording;
    this.schools = schools;
    this.heads = heads;
    this.clock = clock;
  }

  public Wording.Written preview(LetterTemplate template, SchoolId of) {
    School school = schools.get(of);
    LocalDate today = SchoolCalendar.dayOf(clock.instant());
    Map<String, @Nullable Object> values = CommonFields.ofSchool(school, heads.of(of));
    values.putIfAbsent("telephone", NO_TELEPHONE);
    values.put("replyLink", ReplyLinks.PLACEHOLDER);
    boolean authority = template.key().startsWith("la-");
    values.put(
        "recipient",
        authority ? Recipient.authority(school.localAuthority(), null).name() : "Mrs Alex Example");
    values.put("recipientAddress", authority ? List.of() : List.of("2 Mill Street", "AB1 2CD"));
    values.put("letterDate", DayWords.full(today));
    values.put(
        "earlierLetters",
        List.of("Letter asking for the reason (%s)".formatted(DayWords.full(today.minusDays(1)))));
    List<AboutPupil> about = new ArrayList<>();
    about.add(new AboutPupil(pupil(school, "Sam", today), words(template, today), home()));
    if (template.siblingsTogether()) {
      about.add(new AboutPupil(pupil(school, "Kim", today), words(template, today), home()));
      values.putAll(CommonFields.ofSiblings(about));
    } else {
      values.putAll(CommonFields.ofPupil(about.get(0)));
    }
    about.get(0).words().forEach(values::put);
    return wording.write(template, values);
  }

  /** The letters that there are words for, by key, with what each is called. */
  public List<LetterTemplate> letters() {
    return List.copyOf(templates.all());
  }

  private static Map<String, Object> words(LetterTemplate template, LocalDate today) {
    Map<String, Object> facts = new LinkedHashMap<>();
    template.fields().forEach((name, field) -> facts.put(name, sample(field.type(), today)));
    return template.words(facts);
  }

  private static Object sample(FieldType type, LocalDate today) {
    return switch (type) {
      case TEXT -> "(Here stands the reason, in a sentence.)";
      case DATE -> today;
      case SESSION -> Session.AM;
      case SESSIONS ->
          List.of(
              new MissedSession(today.minusDays(1), Session.AM),
              new MissedSession(today.minusDays(1), Session.PM),
              new MissedSession(today, Session.AM));
      case TEXTS -> List.of(DayWords.full(today) + ", 10:05: mother rung, no answer");
    };
  }

  private static List<String> home() {
    return List.of("2 Mill Street", "AB1 2CD");
  }

  private static Pupil pupil(School school, String name, LocalDate today) {
    return new Pupil(
        new PupilId(0),
        school.id(),
        "0",
        null,
        name,
        "Example",
        null,
        today.minusYears(9),
        new YearGroup("4"),
        null,
        "Oak",
        today.minusYears(4),
        null,
        Set.of(),
        null);
  }
}
