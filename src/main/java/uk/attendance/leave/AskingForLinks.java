package uk.attendance.leave;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import uk.attendance.pupil.Contact;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/**
 * Somebody types an address or a number and is sent a link there, if it is on file. All of it is
 * done after the answer was given, so that neither its words nor its time tell whether it is.
 */
@Component
public class AskingForLinks {

  private static final Logger log = LoggerFactory.getLogger(AskingForLinks.class);

  private final AskedLinks asked;
  private final ContactsByAddress contacts;
  private final LeaveLinks links;
  private final SendingLinks sending;
  private final Clock clock;
  private final ThreadPoolTaskExecutor afterwards = new ThreadPoolTaskExecutor();

  AskingForLinks(
      AskedLinks asked,
      ContactsByAddress contacts,
      LeaveLinks links,
      SendingLinks sending,
      Clock clock) {
    this.asked = asked;
    this.contacts = contacts;
    this.links = links;
    this.sending = sending;
    this.clock = clock;
    afterwards.setCorePoolSize(1);
    afterwards.setMaxPoolSize(1);
    afterwards.setQueueCapacity(1000);
    afterwards.setDaemon(true);
    afterwards.setWaitForTasksToCompleteOnShutdown(true);
    afterwards.setAwaitTerminationSeconds(20);
    afterwards.setThreadNamePrefix("leave-link-");
    afterwards.initialize();
  }

  public void asked(SchoolId school, String typed) {
    afterwards.execute(() -> answer(school, typed));
  }

  @PreDestroy
  void stop() {
    afterwards.shutdown();
  }

  /** Sends each contact who fits a link of their own, to what is on file. */
  void answer(SchoolId school, String typed) {
    try {
      if (asked.tooOften(school, typed)) {
        return;
      }
      List<Contact> found =
          contacts.matching(school, typed, SchoolCalendar.dayOf(clock.instant())).stream()
              .filter(contact -> !links.madeJustNow(contact.id()))
              .toList();
      for (Contact contact : found) {
        sending.send(school, contact, typed.contains("@"));
      }
    } catch (RuntimeException e) {
      log.error("sending a link for a request for leave at school {}", school, e);
    }
  }
}
