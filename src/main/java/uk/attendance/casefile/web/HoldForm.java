package uk.attendance.casefile.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.SchoolDates;

/** What a safeguarding lead filled in to put a pupil on hold. */
record HoldForm(String reason, String review) {

  private static final int LONGEST_REASON = 1000;

  static final HoldForm EMPTY = new HoldForm("", "");

  /** What is wrong, by field, in the order of the form; empty when nothing is. */
  Map<String, String> problems(LocalDate today) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (reason.isBlank()) {
      problems.put("reason", "Give the reason for the hold");
    } else if (reason.strip().length() > LONGEST_REASON) {
      problems.put("reason", "The reason must be " + LONGEST_REASON + " characters or fewer");
    }
    if (review.isBlank()) {
      problems.put("review", "Choose the day on which you look at it again");
    } else {
      Optional<LocalDate> day = SchoolDates.read(review.strip());
      if (day.isEmpty()) {
        problems.put("review", "‘%s’ is not a day: write it as 14/11/2025".formatted(review));
      } else if (day.get().isBefore(today)) {
        problems.put("review", "The day on which you look at it again must not be past");
      }
    }
    return problems;
  }

  @Nullable LocalDate reviewOn() {
    return SchoolDates.read(review.strip()).orElse(null);
  }
}
