package uk.attendance.quickentry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Timeline;
import uk.attendance.firstday.Explaining;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;

/**
 * What first-day contact learns of a report. Marks that a report settles tell the case themselves;
 * a reason that a person has to weigh is told to it, now or once the absence has opened one; of
 * anything else the open case keeps a note, so that whoever rings knows of it (SV-F6).
 */
@Component
class TellingCases {

  private static final String FIRST_DAY = "first-day-contact";
  private static final int LONGEST = 1000;

  private final CaseFiles cases;
  private final Timeline timeline;
  private final Explaining explaining;

  TellingCases(CaseFiles cases, Timeline timeline, Explaining explaining) {
    this.cases = cases;
    this.timeline = timeline;
    this.explaining = explaining;
  }

  /** The policy leaves the code to a person. */
  void toWeigh(
      Pupil pupil,
      Reason reason,
      String words,
      @Nullable LocalDate expectedReturn,
      String from,
      LocalDate day,
      Actor by) {
    explaining.explain(
        pupil.id(), pupil.school(), reason.key(), words, expectedReturn, from, day, by);
  }

  /**
   * @param words without a pupil's name
   */
  void note(PupilId pupil, String words, Actor by) {
    cases.openOf(pupil).stream()
        .filter(file -> file.process().equals(FIRST_DAY))
        .forEach(
            file ->
                timeline.write(
                    file.id(),
                    uk.attendance.casefile.EntryKind.NOTE,
                    null,
                    words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…",
                    null,
                    null,
                    by));
  }
}
