package uk.attendance.pupil;

/** A way to reach a contact. */
public enum Channel {
  SMS("sms", "text"),
  EMAIL("email", "e-mail"),
  POST("post", "post"),
  PHONE("phone", "telephone");

  private final String key;
  private final String words;

  Channel(String key, String words) {
    this.key = key;
    this.words = words;
  }

  public String key() {
    return key;
  }

  public String words() {
    return words;
  }

  static Channel of(String key) {
    for (Channel channel : values()) {
      if (channel.key.equals(key)) {
        return channel;
      }
    }
    throw new IllegalArgumentException("channel '" + key + "': needs sms, email, post or phone");
  }
}
