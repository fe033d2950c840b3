package uk.attendance.account;

/** A change of an account that cannot be made as asked; the message is a sentence for the page. */
public class ChangeRefused extends RuntimeException {

  private final String field;

  ChangeRefused(String field, String words) {
    super(words);
    this.field = field;
  }

  /** The field of the form that it concerns. */
  public String field() {
    return field;
  }
}
