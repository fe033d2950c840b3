package uk.attendance.policy;

import java.util.Map;

/** A table that has to answer has no row for the facts. */
public class Undecided extends RuntimeException {

  public Undecided(PackVersion pack, String decision, Map<String, Object> facts) {
    super("decision '%s' of pack %s has no row for %s".formatted(decision, pack, facts));
  }
}
