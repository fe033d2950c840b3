package uk.attendance.quickentry;

/** Why a child is away, as table {@code absence-code} knows it. */
public enum Reason {
  ILLNESS("illness", "Illness"),
  APPOINTMENT("appointment", "Medical or dental appointment"),
  RELIGIOUS("religious", "Religious observance"),
  BEREAVEMENT("bereavement", "Bereavement"),
  HOLIDAY("holiday", "Holiday"),
  TRAVEL_DISRUPTION("travel-disruption", "Travel disruption"),
  OTHER("other", "Something else");

  private final String key;
  private final String words;

  Reason(String key, String words) {
    this.key = key;
    this.words = words;
  }

  /** As the table has it. */
  public String key() {
    return key;
  }

  public String words() {
    return words;
  }
}
