package uk.attendance.secret;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the sentence instead of a stack trace. */
class NoKeyAnalyzer extends AbstractFailureAnalyzer<NoKey> {

  @Override
  protected FailureAnalysis analyze(Throwable failed, NoKey cause) {
    return new FailureAnalysis(
        cause.getMessage(), "Set attendance.secrets.key, or ATTENDANCE_SECRETS_KEY.", cause);
  }
}
