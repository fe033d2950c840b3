package uk.attendance.demo;

import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the data folder belongs to another program that runs. */
class DataInUseAnalyzer extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable root, JdbcSQLNonTransientConnectionException cause) {
    return cause.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1
        ? new FailureAnalysis(
            "The data folder is in use by another program, most likely by this one, started twice.",
            "Stop the other one, or choose another folder: bin/run --data DIR",
            cause)
        : null;
  }
}
