package uk.attendance.letter;

import static java.util.Map.entry;

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
      Map.ofEntries(
          entry("first-day-text", Map.of("day", MONDAY, "session", Session.AM)),
          entry("first-day-letter", Map.of("sessions", sessions(), "answerBy", MONDAY.plusDays(4))),
          entry("unexplained-second", Map.of("sessions", sessions())),
          entry(
              "coded-unauthorised",
              Map.of("sessions", sessions(), "because", "We were given no reason in time.")),
          entry(
              "la-ten-days",
              Map.of(
                  "sessions",
                  sessions(),
                  "contactsTried",
                  List.of(
                      "Monday 3 November 2025, 10:05: mother rung, no answer",
                      "Monday 3 November 2025, 10:07: father rung, number unobtainable"),
                  "visits",
                  List.of("Thursday 6 November 2025: no reply at the door"))),
          entry("disregard", Map.of("because", "The register was wrong: Sam was in school.")),
          entry(
              "leave-received",
              Map.of(
                  "asked",
                  "Monday 17 to Friday 21 November 2025",
                  "schoolDays",
                  "5 school days",
                  "decider",
                  "the headteacher",
                  "decideBy",
                  MONDAY.plusDays(11))),
          entry(
              "leave-granted",
              Map.of(
                  "granted",
                  "Monday 17 to Tuesday 18 November 2025",
                  "schoolDays",
                  "2 school days",
                  "backOn",
                  MONDAY.plusDays(16),
                  "notGranted",
                  "Wednesday 19 to Friday 21 November 2025",
                  "reasons",
                  "The funeral is on the Monday.",
                  "figures",
                  "96.25 %",
                  "work",
                  "No school work is set for these days.",
                  "appealUntil",
                  MONDAY.plusDays(7))),
          entry(
              "leave-declined",
              Map.of(
                  "asked",
                  "Monday 17 to Friday 21 November 2025",
                  "reasons",
                  "The journey can be made in the holidays.",
                  "figures",
                  "96.25 %",
                  "appealUntil",
                  MONDAY.plusDays(7))),
          entry(
              "leave-religious",
              Map.of(
                  "granted",
                  "Monday 17 November 2025",
                  "schoolDays",
                  "1 school day",
                  "backOn",
                  MONDAY.plusDays(15),
                  "reasons",
                  "The day is set apart by your community.")),
          entry("appeal-received", Map.of("receivedOn", MONDAY, "heardBy", MONDAY.plusDays(21))),
          entry(
              "appeal-hearing",
              Map.of(
                  "hearingOn",
                  MONDAY.plusDays(14),
                  "time",
                  "4.30 pm",
                  "place",
                  "Room 2",
                  "panel",
                  List.of("Ann Govern, Governor", "Ben Board, Chair of governors"))),
          entry(
              "appeal-outcome",
              Map.of(
                  "outcome",
                  "The appeal was upheld in part: some of the days are granted.",
                  "reasons",
                  "The ceremony itself cannot be moved.",
                  "granted",
                  "Monday 17 November 2025")),
          entry("appeal-refused", Map.of("receivedOn", MONDAY, "deadline", MONDAY.minusDays(3))),
          entry(
              "holiday-unauthorised",
              Map.of(
                  "sessions",
                  sessions(),
                  "evidence",
                  "Your own request for these days.",
                  "amounts",
                  "£160 for each parent and each child, to be paid within 28 days; £80 if it is paid within 21 days")));

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
