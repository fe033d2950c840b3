package uk.attendance.account;

/**
 * Something was asked for that does not exist or lies outside the person's scope; which of the two
 * is never told.
 */
public class NotInSight extends RuntimeException {

  private final String what;

  /**
   * @param what in words for the page: "pupil", "class", "file"
   */
  public NotInSight(String what, Object id) {
    super("showing " + what + " " + id + ": not found within the person's scope");
    this.what = what;
  }

  public String what() {
    return what;
  }
}
