package uk.attendance.casefile.process;

import java.time.Clock;
import java.util.Date;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import uk.attendance.ClockMoved;

/** Keeps the engine on the one clock: set when that clock is one that is moved by hand. */
@Component
class EngineClock {

  private final Clock clock;
  private final ProcessEngine engine;

  EngineClock(Clock clock, @Lazy ProcessEngine engine) {
    this.clock = clock;
    this.engine = engine;
  }

  /** What fell due by the move is done at once, where a job executor runs. */
  @EventListener
  void follow(ClockMoved moved) {
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
    JobExecutor executor =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    if (executor != null && executor.isActive()) {
      executor.jobWasAdded();
    }
  }
}
