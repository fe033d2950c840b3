package uk.attendance.scenario;

import java.util.List;

/**
 * How a story came out.
 *
 * @param failures a line each, beginning with file and line; none where all was as expected
 */
record Told(String file, List<String> failures, List<LedgerRow> ledger) {

  Told {
    failures = List.copyOf(failures);
    ledger = List.copyOf(ledger);
  }

  boolean passed() {
    return failures.isEmpty();
  }
}
