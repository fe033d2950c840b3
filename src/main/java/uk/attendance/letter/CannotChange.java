package uk.attendance.letter;

/** A message is no longer where the person saw it; the message says where it stands. */
public class CannotChange extends RuntimeException {

  private final MessageState found;

  CannotChange(Message message, MessageState wanted) {
    this(message.id(), message.state(), wanted);
  }

  CannotChange(MessageId id, MessageState found, MessageState wanted) {
    super("message %s was to become %s; found %s".formatted(id, wanted.name(), found.name()));
    this.found = found;
  }

  public MessageState found() {
    return found;
  }
}
