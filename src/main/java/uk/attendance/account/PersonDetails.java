package uk.attendance.account;

/** What stands in the form about a person. */
public record PersonDetails(String name, String title, String email) {

  public PersonDetails {
    name = name.strip();
    title = title.strip();
    email = Accounts.normal(email);
  }

  void mustBeComplete() {
    mustHold("name", name, 120, "Enter the person's name");
    mustHold("title", title, 120, "Enter what the person is at the school, for example Clerk");
    mustHold("email", email, 254, "Enter the person's email address");
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      throw new ChangeRefused("email", "Enter an email address like name@school.sch.uk");
    }
  }

  private static void mustHold(String field, String value, int longest, String sentence) {
    if (value.isEmpty()) {
      throw new ChangeRefused(field, sentence);
    }
    if (value.length() > longest) {
      throw new ChangeRefused(field, "Use at most %d characters".formatted(longest));
    }
  }
}
