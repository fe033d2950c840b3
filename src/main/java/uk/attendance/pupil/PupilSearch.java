package uk.attendance.pupil;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.ClassId;
import uk.attendance.school.SchoolId;

/**
 * What narrows a list of pupils: words of the name, the admission number or the class, in any
 * order; a school; a class; on roll on a day.
 */
public record PupilSearch(
    String text, @Nullable SchoolId school, @Nullable ClassId classId, @Nullable LocalDate onRoll) {

  private static final int WORDS_AT_MOST = 6;

  public static PupilSearch of(String text) {
    return new PupilSearch(text, null, null, null);
  }

  public PupilSearch at(@Nullable SchoolId school) {
    return new PupilSearch(text, school, classId, onRoll);
  }

  public PupilSearch in(@Nullable ClassId classId) {
    return new PupilSearch(text, school, classId, onRoll);
  }

  public PupilSearch onRoll(@Nullable LocalDate day) {
    return new PupilSearch(text, school, classId, day);
  }

  /** The condition on a row of {@code pupil} and, outer joined, {@code school_class}. */
  public String condition(String pupil, String schoolClass) {
    List<String> all = new ArrayList<>();
    all.add("1 = 1");
    for (int i = 0; i < words().size(); i++) {
      all.add(
          """
          (lower(%1$s.first_name) like :word%3$d escape '!' or lower(%1$s.last_name) like :word%3$d escape '!'
            or lower(%1$s.preferred_name) like :word%3$d escape '!' or lower(%1$s.admission_no) like :word%3$d escape '!'
            or lower(%2$s.name) like :word%3$d escape '!')"""
              .formatted(pupil, schoolClass, i));
    }
    if (school != null) {
      all.add(pupil + ".school_id = :searchSchool");
    }
    if (classId != null) {
      all.add(pupil + ".class_id = :searchClass");
    }
    if (onRoll != null) {
      all.add(
          "%1$s.entry_date <= :searchDay and (%1$s.leaving_date is null or %1$s.leaving_date >= :searchDay)"
              .formatted(pupil));
    }
    return String.join(" and ", all);
  }

  /** Bind these with {@link #condition}. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    List<String> words = words();
    for (int i = 0; i < words.size(); i++) {
      parameters.put("word" + i, words.get(i).replaceAll("[!%_]", "!$0") + "%");
    }
    if (school != null) {
      parameters.put("searchSchool", school.value());
    }
    if (classId != null) {
      parameters.put("searchClass", classId.value());
    }
    if (onRoll != null) {
      parameters.put("searchDay", onRoll);
    }
    return parameters;
  }

  private List<String> words() {
    return text.isBlank()
        ? List.of()
        : List.of(text.strip().toLowerCase(Locale.UK).split("\\s+")).stream()
            .limit(WORDS_AT_MOST)
            .toList();
  }
}
