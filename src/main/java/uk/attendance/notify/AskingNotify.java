package uk.attendance.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Delivery;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.school.SchoolId;
import uk.gov.service.notify.Notification;
import uk.gov.service.notify.NotificationClientApi;
import uk.gov.service.notify.NotificationClientException;
import uk.gov.service.notify.PatientNotificationClient;

/** The talk with Notify that texts and letters share, in the name of a school. */
@Component
class AskingNotify {

  private static final Duration A_MINUTE = Duration.ofMinutes(1);
  private static final int FEW = 5;
  private static final int PAGE = 250;

  private final NotifySchools schools;
  private final NotifySettings settings;
  private final Clock clock;

  AskingNotify(NotifySchools schools, NotifySettings settings, Clock clock) {
    this.schools = schools;
    this.settings = settings;
    this.clock = clock;
  }

  /** What Notify says to a key and its template. */
  enum LetIn {
    YES,
    NO,
    NOT_KNOWN
  }

  /** Something said to Notify. */
  @FunctionalInterface
  interface Talk<T> {
    T with(NotificationClientApi notify) throws NotificationClientException;
  }

  Optional<NotifySchool> open(SchoolId school) {
    return schools.find(school).filter(one -> !one.isRefused());
  }

  NotificationClientApi client(NotifySchool school, String key) {
    return new PatientNotificationClient(
        key, school.baseUrl(), settings.connectWithin(), settings.answerWithin());
  }

  /**
   * Hands something over.
   *
   * @param talk gives the name that Notify has for it
   */
  Handover handOver(SchoolId id, Function<NotifySchool, Talk<String>> talk) {
    NotifySchool school = open(id).orElse(null);
    if (school == null) {
      return Handover.notSetUp("GOV.UK Notify is not set up any more.");
    }
    Instant rests = school.restsUntil();
    if (rests != null && rests.isAfter(clock.instant())) {
      return Handover.notBefore(rests, "A limit of GOV.UK Notify is reached.");
    }
    NotificationClientApi client;
    try {
      client = client(school, schools.key(id));
    } catch (KeyNotReadable e) {
      return close(id, e.getMessage());
    }
    try {
      String reference = talk.apply(school).with(client);
      return Handover.taken("GOV.UK Notify took it.", reference);
    } catch (NotificationClientException e) {
      return handover(id, Answers.of(e));
    } catch (RuntimeException e) {
      return handover(id, Answers.unreadable(e));
    }
  }

  /** The reference is ours, stable and without any meaning: a message's own id. */
  static String reference(Outgoing message) {
    return message.mailId().replaceAll("[<>]", "").replaceAll("@.*", "");
  }

  /** The message's own id of a reference. */
  static String mailId(String reference) {
    return "<" + reference + "@attendance>";
  }

  Optional<Handover> ask(Outgoing message, String type) {
    return schools.find(message.school()).map(school -> ask(school, message, type));
  }

  private Handover ask(NotifySchool school, Outgoing message, String type) {
    try {
      List<Notification> found =
          client(school, schools.key(school.school()))
              .getNotifications(null, type, reference(message), null)
              .getNotifications();
      return found.isEmpty()
          ? Handover.notNow("GOV.UK Notify never got it.")
          : Handover.taken("GOV.UK Notify has it.", found.get(0).getId().toString());
    } catch (NotificationClientException e) {
      return Handover.notKnown(Answers.of(e).words());
    } catch (RuntimeException e) {
      return Handover.notKnown(Answers.unreadable(e).words());
    }
  }

  /**
   * Looks through the newest messages of the service, 250 at a time, and asks for those that are
   * not among them one by one; what Notify does not answer is asked again another time.
   */
  Map<String, Delivery> followUp(SchoolId id, Collection<String> references, String type) {
    Map<String, Delivery> found = new HashMap<>();
    NotifySchool school = open(id).orElse(null);
    if (school == null) {
      return found;
    }
    Set<String> wanted = new HashSet<>(references);
    try {
      NotificationClientApi notify = client(school, schools.key(id));
      if (wanted.size() > FEW) {
        amongNewest(notify, wanted, type, found);
      }
      for (String reference : wanted) {
        if (!found.containsKey(reference)) {
          one(notify, reference, found);
        }
      }
    } catch (NotificationClientException e) {
      handover(id, Answers.of(e));
    } catch (KeyNotReadable e) {
      close(id, e.getMessage());
    }
    return found;
  }

  private void amongNewest(
      NotificationClientApi notify, Set<String> wanted, String type, Map<String, Delivery> found)
      throws NotificationClientException {
    String olderThan = null;
    int pages = 1 + (wanted.size() + PAGE - 1) / PAGE;
    for (int page = 0; page < pages && found.size() < wanted.size(); page++) {
      List<Notification> newest =
          notify.getNotifications(null, type, null, olderThan).getNotifications();
      for (Notification one : newest) {
        olderThan = one.getId().toString();
        if (wanted.contains(olderThan)) {
          found.put(olderThan, delivery(one));
        }
      }
      if (newest.size() < PAGE) {
        return;
      }
    }
  }

  /** Notify keeps a message for some days only: one that it does not know is no fault. */
  private void one(NotificationClientApi notify, String reference, Map<String, Delivery> found)
      throws NotificationClientException {
    try {
      found.put(reference, delivery(notify.getNotificationById(reference)));
    } catch (NotificationClientException e) {
      if (e.getHttpResult() != 404) {
        throw e;
      }
    }
  }

  private Delivery delivery(Notification one) {
    return Statuses.of(
        one.getStatus(),
        one.getNotificationType().equals("letter"),
        one.getCompletedAt().map(ZonedDateTime::toInstant).orElse(null),
        clock.instant());
  }

  private Handover handover(SchoolId school, Answers answer) {
    Instant now = clock.instant();
    return switch (answer.meaning()) {
      case NOT_NOW -> Handover.notNow(answer.words());
      case NOT_KNOWN -> Handover.notKnown(answer.words());
      case REFUSED -> refused(school, answer);
      case NOT_LET_IN -> notLetIn(school, answer);
      case LIMIT_OF_THE_MINUTE -> rest(school, now.plus(A_MINUTE), answer);
      case LIMIT_OF_THE_DAY ->
          rest(
              school,
              now.atZone(ZoneOffset.UTC)
                  .toLocalDate()
                  .plusDays(1)
                  .atStartOfDay(ZoneOffset.UTC)
                  .plus(A_MINUTE)
                  .toInstant(),
              answer);
    };
  }

  /** A key that is good for other things is not allowed this one; otherwise it is good for none. */
  private Handover notLetIn(SchoolId id, Answers answer) {
    return isLetIn(id) == LetIn.YES ? Handover.refused(answer.words()) : close(id, answer.words());
  }

  /** Where the template is gone every other message would be refused too. */
  private Handover refused(SchoolId id, Answers answer) {
    return isLetIn(id) == LetIn.NO ? close(id, answer.words()) : Handover.refused(answer.words());
  }

  private Handover close(SchoolId id, String words) {
    schools.refuse(id, words);
    return Handover.notSetUp(words);
  }

  /** Whether Notify knows the school's key and template at this moment. */
  LetIn isLetIn(SchoolId id) {
    NotifySchool school = schools.find(id).orElse(null);
    if (school == null) {
      return LetIn.NO;
    }
    try {
      client(school, schools.key(id)).getTemplateById(school.templateId());
      return LetIn.YES;
    } catch (NotificationClientException e) {
      Answers.Meaning meaning = Answers.of(e).meaning();
      return meaning == Answers.Meaning.NOT_LET_IN || meaning == Answers.Meaning.REFUSED
          ? LetIn.NO
          : LetIn.NOT_KNOWN;
    } catch (RuntimeException e) {
      return LetIn.NOT_KNOWN;
    }
  }

  private Handover rest(SchoolId school, Instant until, Answers answer) {
    schools.rest(school, until);
    return Handover.notBefore(until, answer.words());
  }
}
