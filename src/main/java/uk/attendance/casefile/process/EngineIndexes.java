package uk.attendance.casefile.process;

import org.springframework.stereotype.Component;

/**
 * Looking for due jobs asks which are locked: without an index it reads every job there is, due or
 * not (docs/decisions/0148).
 */
@Component
class EngineIndexes extends EngineChange {

  EngineIndexes() {
    super("85", "engine indexes", "create index job_lock on ACT_RU_JOB (LOCK_EXP_TIME_)");
  }
}
