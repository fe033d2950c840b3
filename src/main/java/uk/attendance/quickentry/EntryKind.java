package uk.attendance.quickentry;

import java.util.Arrays;
import java.util.Optional;

/** The five quick forms. Keys are the product's vocabulary: scenarios and addresses use them. */
public enum EntryKind {
  REPORT("record-report", "Absence reported"),
  LATE("late-arrival", "Late arrival"),
  APPOINTMENT("record-appointment", "Appointment"),
  SENT_HOME("sent-home-ill", "Sent home ill"),
  MESSAGE("incoming-message", "Message taken");

  private final String key;
  private final String words;

  EntryKind(String key, String words) {
    this.key = key;
    this.words = words;
  }

  public String key() {
    return key;
  }

  public String words() {
    return words;
  }

  public static Optional<EntryKind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
  }
}
