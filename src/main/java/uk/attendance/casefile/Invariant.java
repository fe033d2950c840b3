package uk.attendance.casefile;

import java.util.List;

/**
 * Something that must always hold of the stored data (I1 to I9 of docs/architecture.md). {@code
 * bin/check} runs every bean of this kind, as do the fault tests.
 */
public interface Invariant {

  /** Its number: {@code I6}. */
  String id();

  /** What must hold, as a sentence. */
  String sentence();

  /** One line for each case that breaks it, naming ids and never a person; empty when it holds. */
  List<String> broken();
}
