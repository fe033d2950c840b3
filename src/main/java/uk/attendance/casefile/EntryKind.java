package uk.attendance.casefile;

/** What an entry of a case's timeline tells. */
public enum EntryKind {
  OPENED("Case opened"),
  CLOSED("Case closed"),
  REOPENED("Case opened again"),
  /**
   * An element of the diagram where nothing waits was entered and left at once; the entry refers to
   * the flow by which the case came (docs/decisions/0155).
   */
  PASSED("Passed"),
  /** An element of the diagram that may wait was entered; as with those passed. */
  ENTERED("Reached"),
  /** An element that may wait was left. */
  LEFT("Left"),
  /** A flow of the diagram was taken. No longer written: cases of before have it. */
  FLOW("Went on"),
  /** A row of the policy answered. */
  DECIDED("Policy applied"),
  /** A task opened. */
  ASKED("Task opened"),
  /** A person answered a task. */
  ANSWERED("Task done"),
  /** A task was taken away before anybody answered it. */
  WITHDRAWN("Task withdrawn"),
  /** A message reached the case. */
  TOLD("Message"),
  /** A message came that nobody awaited. */
  UNHEARD("Message without effect"),
  LETTER("Letter"),
  /** A deadline moved. */
  DEADLINE("Deadline moved"),
  HELD("Put on hold"),
  RELEASED("Hold released"),
  NOTE("Note"),
  MARKS("Marks changed"),
  /** An answer was taken back. */
  UNDONE("Answer taken back"),
  /** A step that had failed was tried again by a person. */
  RETRIED("Tried again");

  private final String words;

  EntryKind(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }

  /** Whether it only tells how the case went through the diagram. */
  public boolean isWay() {
    return this == PASSED || this == ENTERED || this == LEFT || this == FLOW;
  }
}
