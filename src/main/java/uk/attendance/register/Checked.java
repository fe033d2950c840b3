package uk.attendance.register;

/** What became of one mark of a file. */
sealed interface Checked {

  record Taken(StagedMark mark) implements Checked {}

  /**
   * @param reason a sentence: what was found, what is needed
   */
  record Rejected(String reason) implements Checked {}

  /** Says nothing about the register: no mark where none could be. */
  record Nothing() implements Checked {}

  Checked NOTHING = new Nothing();
}
