package uk.attendance.account;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * A new password for whoever forgot it, by mail. It is done after the answer was given, so that the
 * answer tells nobody whether there is an account with that email.
 */
@Component
public class ForgottenPasswords {

  private static final Logger log = LoggerFactory.getLogger(ForgottenPasswords.class);

  private final Accounts accounts;
  private final PasswordLinks links;
  private final AccountMail mail;
  private final Clock clock;
  private final ThreadPoolTaskExecutor afterwards = new ThreadPoolTaskExecutor();

  ForgottenPasswords(Accounts accounts, PasswordLinks links, AccountMail mail, Clock clock) {
    this.accounts = accounts;
    this.links = links;
    this.mail = mail;
    this.clock = clock;
    afterwards.setCorePoolSize(1);
    afterwards.setMaxPoolSize(1);
    afterwards.setQueueCapacity(1000);
    afterwards.setDaemon(true);
    afterwards.setWaitForTasksToCompleteOnShutdown(true);
    afterwards.setAwaitTerminationSeconds(20);
    afterwards.setThreadNamePrefix("forgotten-password-");
    afterwards.initialize();
  }

  /** Whether mail can be sent at all; if not, only an administrator can make a link. */
  public boolean possible() {
    return mail.configured();
  }

  public void asked(String email) {
    if (possible()) {
      afterwards.execute(() -> answer(email));
    }
  }

  @PreDestroy
  void stop() {
    afterwards.shutdown();
  }

  private void answer(String email) {
    accounts
        .find(email)
        .filter(account -> !account.closed(LocalDate.now(clock)))
        .filter(account -> !links.madeJustNow(account.id()))
        .ifPresent(this::send);
  }

  private void send(Account account) {
    try {
      mail.forgotten(account, links.forForgotten(account.id()));
    } catch (MailException e) {
      log.error("sending account {} the link for a new password: {}", account.id(), e.getMessage());
    }
  }
}
