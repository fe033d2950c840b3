package uk.attendance.engineroom;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a look at all invariants found.
 *
 * @param by who asked for it
 * @param endedAt null while it runs
 */
public record CheckResult(
    long id, Instant begunAt, @Nullable Instant endedAt, String by, List<Finding> findings) {

  public CheckResult {
    findings = List.copyOf(findings);
  }

  /** Those that do not hold. */
  public List<Finding> broken() {
    return findings.stream().filter(finding -> finding.broken() > 0).toList();
  }

  /**
   * One invariant.
   *
   * @param invariant its number
   * @param broken how many things break it
   * @param found the first of them, a line each: ids, never a name
   */
  public record Finding(String invariant, String sentence, int broken, List<String> found) {

    public Finding {
      found = List.copyOf(found);
    }
  }
}
