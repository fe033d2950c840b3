package uk.attendance.demo;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says so without a stack trace. */
class DemonstrationInProductionAnalyzer extends AbstractFailureAnalyzer<DemonstrationInProduction> {

  @Override
  protected FailureAnalysis analyze(Throwable root, DemonstrationInProduction cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Leave one of the two out of spring.profiles.active.", cause);
  }
}
