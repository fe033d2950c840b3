package uk.attendance.letter;

import java.util.List;

/** Letters that could not be written as they stand; the program does not start with them. */
public class LettersRefused extends RuntimeException {

  LettersRefused(List<String> faults) {
    super("the letters cannot be used: " + String.join("; ", faults));
  }
}
