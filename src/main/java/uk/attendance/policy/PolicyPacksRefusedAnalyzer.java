package uk.attendance.policy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the packs as a list instead of a stack trace. */
class PolicyPacksRefusedAnalyzer extends AbstractFailureAnalyzer<PolicyPacksRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable root, PolicyPacksRefused cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Mend each place, file and line first, and start again. docs/policy-packs.md says how a pack"
            + " is written.",
        cause);
  }
}
