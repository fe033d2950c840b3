package uk.attendance.leave;

import java.util.Arrays;

/** What leave is asked for, with the code that granted sessions take (national.md, codes). */
public enum Ground {
  EXCEPTIONAL("exceptional", "Exceptional circumstances", "C"),
  PERFORMANCE("performance", "Regulated performance or employment abroad", "C1"),
  INTERVIEW("interview", "Interview for a place or a job", "J1"),
  STUDY("study", "Study leave", "S"),
  PART_TIME_TIMETABLE("part-time-timetable", "Temporary part-time timetable", "C2"),
  RELIGIOUS("religious", "Religious observance", "R"),
  HOLIDAY("holiday", "Holiday", "C"),
  /** Never offered to parents; the office keys in what a letter says (LB-L1, RT-L1). */
  PROTEST("protest", "Protest", "C");

  private final String key;
  private final String words;
  private final String code;

  Ground(String key, String words, String code) {
    this.key = key;
    this.words = words;
    this.code = code;
  }

  public String key() {
    return key;
  }

  public String words() {
    return words;
  }

  /** The code of a session that is granted for it. */
  public String code() {
    return code;
  }

  /**
   * @throws IllegalArgumentException for a key that is none
   */
  public static Ground of(String key) {
    return Arrays.stream(values())
        .filter(ground -> ground.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "ground '%s' does not exist; known: %s"
                        .formatted(key, Arrays.stream(values()).map(Ground::key).toList())));
  }
}
