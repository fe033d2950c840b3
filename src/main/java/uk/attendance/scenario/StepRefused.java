package uk.attendance.scenario;

/** What a step asks for was refused; the sentence is what a person would have read. */
final class StepRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StepRefused(String sentence) {
    super(sentence);
  }
}
