package uk.attendance.form;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the forms as a list instead of a stack trace. */
class FormsRefusedAnalyzer extends AbstractFailureAnalyzer<FormsRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable root, FormsRefused cause) {
    return new FailureAnalysis(
        cause.getMessage(),
        "Mend each place, file and component first, and start again. forms/README.md says what a"
            + " form may hold.",
        cause);
  }
}
