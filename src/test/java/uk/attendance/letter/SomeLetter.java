package uk.attendance.letter;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.attendance.letter.web.ThymeleafWording;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.YearGroup;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;
import uk.attendance.school.SchoolId;
import uk.attendance.school.Session;

/** Letters about a made-up pupil, without a database. */
final class SomeLetter {

  static final LocalDate MONDAY = LocalDate.of(2025, 11, 3);
  private static final ThymeleafWording WORDING = new ThymeleafWording();

  /** What a case would give to each letter. */
  static final Map<String, Map<String, Object>> FACTS =
      Map.of(
          "first-day-text", Map.of("day", MONDAY, "session", Session.AM),
          "first-day-letter", Map.of("sessions", sessions(), "answerBy", MONDAY.plusDays(4)),
          "unexplained-second", Map.of("sessions", sessions()),
          "coded-unauthorised",
              Map.of("sessions", sessions(), "because", "We were given no reason in time."),
          "la-ten-days",
              Map.of(
                  "sessions",
                  sessions(),
                  "contactsTried",
                  List.of(
                      "Monday 3 November 2025, 10:05: mother rung, no answer",
                      "Monday 3 November 2025, 10:07: father rung, number unobtainable"),
                  "visits",
                  List.of("Thursday 6 November 2025: no reply at the door")),
          "disregard", Map.of("because", "The register was wrong: Sam was in school."));

  private SomeLetter() {}

  static Wording.Written written(String letter) {
    return written(letter, "Sam");
  }

  static Wording.Written written(String letter, String name) {
    return written(letter, name, "https://attendance.example.org/r/Ab3dEf6hIj9lMn2pQr5tUv");
  }

  /**
   * @param link null on paper
   */
  static Wording.Written written(String letter, String name, @Nullable String link) {
    LetterTemplate template = PostRoom.TEMPLATES.find(letter).orElseThrow();
    School school =
        new School(
            new SchoolId("oak"), null, "Oak Primary School", "national", null, "Oakshire", true);
    Map<String, @Nullable Object> values =
        CommonFields.ofSchool(
            school,
            new Letterhead(
                "01632 960001",
                "office@oak.example.org",
                List.of("1 School Lane", "Oakham", "OA1 1AA"),
                null));
    values.put("recipient", "Mrs Grace Okafor");
    values.put("recipientAddress", List.of("2 Mill Street", "Oakham", "OA1 2BB"));
    values.put("replyLink", link);
    values.put("letterDate", DayWords.full(MONDAY));
    values.put("earlierLetters", List.of("Letter asking for the reason (Monday 3 November 2025)"));
    Map<String, Object> facts = FACTS.get(letter);
    AboutPupil sam = new AboutPupil(pupil(name), template.words(facts), home());
    values.putAll(
        template.siblingsTogether()
            ? CommonFields.ofSiblings(List.of(sam))
            : CommonFields.ofPupil(sam));
    values.putAll(new LinkedHashMap<>(sam.words()));
    return WORDING.write(template, values);
  }

  private static List<String> home() {
    return List.of("2 Mill Street", "Oakham", "OA1 2BB");
  }

  private static List<MissedSession> sessions() {
    return List.of(
        new MissedSession(MONDAY, Session.PM),
        new MissedSession(MONDAY, Session.AM),
        new MissedSession(MONDAY.plusDays(1), Session.AM));
  }

  private static Pupil pupil(String name) {
    return new Pupil(
        new PupilId(1),
        new SchoolId("oak"),
        "1",
        "A823456789012",
        name,
        "Okafor",
        null,
        LocalDate.of(2016, 3, 1),
        new YearGroup("4"),
        null,
        "Oak",
        LocalDate.of(2020, 9, 1),
        null,
        Set.of(),
        "F1");
  }
}
