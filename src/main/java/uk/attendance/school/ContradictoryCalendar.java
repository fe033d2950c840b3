package uk.attendance.school;

/** Terms or days that cannot hold together; the message says which. */
public class ContradictoryCalendar extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  ContradictoryCalendar(SchoolId school, String sentence) {
    super("Could not make the calendar of school %s: %s".formatted(school, sentence));
    this.sentence = sentence;
  }

  /** For the person who brought the terms. */
  public String sentence() {
    return sentence;
  }
}
