package uk.attendance.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;

/** The merge fields that every letter has without its case. */
final class CommonFields {

  private static final Set<String> OF_EVERY_LETTER =
      Set.of(
          "school",
          "telephone",
          "email",
          "schoolAddress",
          "authority",
          "recipient",
          "recipientAddress",
          "letterDate",
          "subject",
          "earlierLetters",
          "replyLink");
  private static final Set<String> OF_ONE_PUPIL =
      Set.of("pupil", "fullName", "className", "dateOfBirth", "upn", "homeAddress");
  private static final Set<String> OF_SIBLINGS = Set.of("children", "several", "absentWhen");
  private static final Set<String> MAY_BE_EMPTY =
      Set.of(
          "email",
          "schoolAddress",
          "recipientAddress",
          "className",
          "upn",
          "homeAddress",
          "replyLink");

  private CommonFields() {}

  static Set<String> names(boolean siblingsTogether) {
    Set<String> names = new TreeSet<>(OF_EVERY_LETTER);
    names.addAll(siblingsTogether ? OF_SIBLINGS : OF_ONE_PUPIL);
    return names;
  }

  static Map<String, @Nullable Object> ofSchool(School school, Letterhead head) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("school", school.name());
    values.put("authority", school.localAuthority());
    values.put("telephone", head.telephone());
    values.put("email", head.email());
    values.put("schoolAddress", head.address());
    return values;
  }

  static Map<String, @Nullable Object> ofPupil(AboutPupil about) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("pupil", about.pupil().calledName());
    values.put("fullName", about.pupil().firstName() + " " + about.pupil().lastName());
    values.put("className", about.pupil().className());
    values.put("dateOfBirth", DayWords.full(about.pupil().dob()));
    values.put("upn", about.pupil().upn());
    values.put("homeAddress", about.homeAddress());
    return values;
  }

  /**
   * "Sam and Ben", "on the morning of Monday 3 November 2025"; halves by child where they differ.
   */
  static Map<String, @Nullable Object> ofSiblings(List<AboutPupil> siblings) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    Object day = siblings.get(0).words().get("day");
    Object session = siblings.get(0).words().get("session");
    boolean alike =
        siblings.stream()
            .allMatch(one -> String.valueOf(session).equals(one.words().get("session")));
    List<String> children = new ArrayList<>();
    for (AboutPupil one : siblings) {
      String name = one.pupil().calledName();
      children.add(alike ? name : "%s (%s)".formatted(name, one.words().get("session")));
    }
    values.put("children", and(children));
    values.put("several", children.size() > 1);
    values.put(
        "absentWhen", alike ? "on the %s of %s".formatted(session, day) : "on %s".formatted(day));
    return values;
  }

  /** Fields that the words use and nobody filled. */
  static List<String> missing(Set<String> used, Map<String, @Nullable Object> values) {
    return used.stream()
        .filter(OF_EVERY_LETTER::contains)
        .filter(name -> !MAY_BE_EMPTY.contains(name) && !name.equals("subject"))
        .filter(name -> isEmpty(values.get(name)))
        .map("'%s' is missing"::formatted)
        .toList();
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value instanceof String text && text.isBlank()
        || value instanceof List<?> list && list.isEmpty();
  }

  private static String and(List<String> names) {
    return names.size() == 1
        ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1))
            + " and "
            + names.get(names.size() - 1);
  }
}
