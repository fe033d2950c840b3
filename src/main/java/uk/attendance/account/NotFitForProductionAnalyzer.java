package uk.attendance.account;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence instead of a stack trace. */
class NotFitForProductionAnalyzer extends AbstractFailureAnalyzer<NotFitForProduction> {

  @Override
  protected FailureAnalysis analyze(Throwable failed, NotFitForProduction cause) {
    return new FailureAnalysis(cause.getMessage(), cause.needed(), cause);
  }
}
