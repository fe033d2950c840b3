package uk.attendance.quickentry;

import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Timeline;
import uk.attendance.pupil.PupilId;

/**
 * What was reported about a pupil stands with the open case of first-day contact, coded or not, so
 * that whoever rings knows of it (SV-F6). Marks that a report settles tell the case themselves.
 */
@Component
class TellingCases {

  private static final String FIRST_DAY = "first-day-contact";
  private static final int LONGEST = 1000;

  private final CaseFiles cases;
  private final Timeline timeline;

  TellingCases(CaseFiles cases, Timeline timeline) {
    this.cases = cases;
    this.timeline = timeline;
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
