package uk.attendance.letter;

/**
 * Links of letters that are answered otherwise than by saying why a child is away: an appeal. What
 * holds for {@link ReplyLinks} holds for them.
 */
public interface OwnLinks {

  /** Whether the letter bears a link of this kind. */
  boolean areFor(String letter);

  /** The address for a message that is handed over now; the same each time. */
  String addressFor(Message message);
}
