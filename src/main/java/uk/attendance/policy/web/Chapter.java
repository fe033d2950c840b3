package uk.attendance.policy.web;

import java.util.List;

/** The parts a policy is read in; rules by the letter of their id, values by their section. */
enum Chapter {
  REGISTER("Register and codes", "R", List.of("register-times", "reporting", "register")),
  FIRST_DAY("First day of an absence", "F", List.of("first-day")),
  CONCERN("Concern about attendance", "C", List.of("figures", "concern")),
  SUPPORT("Illness, support and return", "S", List.of("medical", "return-to-school")),
  LEAVE("Leave of absence", "L", List.of("leave")),
  PENALTY("Penalty notices", "P", List.of("penalty")),
  MISSING("Children missing education", "M", List.of("missing-education")),
  ROLL("Joining and leaving the school", "X", List.of("roll-change", "compulsory-school-age")),
  CONTACTS("Parents and contacts", "A", List.of("pupils", "messages", "reply")),
  REPORTS("Data and reports", "D", List.of("reviews", "rewards", "imports", "keeping", "calendar")),
  LETTERS("About the letters", "T", List.of()),
  DEADLINES("When each task is due", "", List.of("deadlines"));

  private final String title;
  private final String letter;
  private final List<String> sections;

  Chapter(String title, String letter, List<String> sections) {
    this.title = title;
    this.letter = letter;
    this.sections = sections;
  }

  String title() {
    return title;
  }

  /** Whether a rule such as {@code SV-L2} belongs here. */
  boolean hasRule(String rule) {
    return rule.substring(3, 4).equals(letter);
  }

  boolean hasSection(String key) {
    return sections.contains(key.substring(0, key.indexOf('.')));
  }

  /** Where the page jumps to. */
  String anchor() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
