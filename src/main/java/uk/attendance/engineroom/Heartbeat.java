package uk.attendance.engineroom;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Says every quarter of a minute that this node is up, and at its end that it was stopped. */
@Component
@Profile("!scenario")
@ConditionalOnProperty(name = "attendance.check", havingValue = "false", matchIfMissing = true)
class Heartbeat implements DisposableBean {

  private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

  private final Nodes nodes;
  private boolean silent;

  Heartbeat(Nodes nodes) {
    this.nodes = nodes;
  }

  @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
  void beat() {
    try {
      nodes.beat();
      silent = false;
    } catch (DataAccessException | TransactionException e) {
      if (!silent) {
        log.warn("this node cannot say that it is up; it goes on trying", e);
      }
      silent = true;
    }
  }

  @Override
  public void destroy() {
    try {
      nodes.stopped();
    } catch (DataAccessException e) {
      log.warn("this node could not say that it was stopped", e);
    }
  }
}
