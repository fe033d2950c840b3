package uk.attendance.leave;

/** How a request or an appeal came in. */
public enum Way {
  FORM_BY_LINK("by the form on the web"),
  PAPER("on paper");

  private final String words;

  Way(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
