package uk.attendance.worklist;

/** An answer that its form allows cannot stand; the sentence is shown beside the field. */
public class AnswerRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  public AnswerRefused(String field, String sentence) {
    super(field + ": " + sentence);
    this.field = field;
  }

  public String field() {
    return field;
  }

  public String sentence() {
    return getMessage().substring(field.length() + 2);
  }
}
