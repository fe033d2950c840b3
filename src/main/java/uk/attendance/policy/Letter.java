package uk.attendance.policy;

import java.util.List;

/**
 * A letter, text or form and the channels it takes.
 *
 * @param to who has it, in words
 * @param used whether this pack sends it
 * @param by channels tried in this order, the first that the contact has
 * @param beside channels it goes by as well
 * @param absentBy instead of {@code by} for parents who did not come to the meeting; mostly empty
 */
public record Letter(
    String id,
    String title,
    String to,
    boolean used,
    List<Channel> by,
    List<Channel> beside,
    List<Channel> absentBy,
    List<Channel> absentBeside,
    RuleId rule) {

  public Letter {
    by = List.copyOf(by);
    beside = List.copyOf(beside);
    absentBy = List.copyOf(absentBy);
    absentBeside = List.copyOf(absentBeside);
    if (by.isEmpty()) {
      throw new IllegalArgumentException("letter '" + id + "' takes no channel; needed: one");
    }
  }

  /** "text, else email"; "post, and email beside it". */
  public String channelsInWords() {
    String words = join(by, beside);
    return absentBy.isEmpty()
        ? words
        : words + "; to parents who did not come: " + join(absentBy, absentBeside);
  }

  private static String join(List<Channel> by, List<Channel> beside) {
    String words = String.join(", else ", by.stream().map(Channel::words).toList());
    return beside.isEmpty()
        ? words
        : words
            + ", and "
            + String.join(", ", beside.stream().map(Channel::words).toList())
            + " beside it";
  }

  /** A way to reach a contact. */
  public enum Channel {
    TEXT("text"),
    EMAIL("e-mail"),
    POST("post"),
    PREFERRED("preferred channel");

    private final String words;

    Channel(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
