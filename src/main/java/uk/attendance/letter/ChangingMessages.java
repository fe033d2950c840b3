package uk.attendance.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Channel;

/**
 * What a person does with a message of the outbox. Each refuses with {@link CannotChange} where the
 * message has moved on since the person saw it.
 */
@Component
public class ChangingMessages {

  /** Who may change what becomes of a letter. */
  public static final Set<Role> MAY_CHANGE =
      Set.of(Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER);

  private final Messages messages;
  private final Outbox outbox;
  private final Resending resending;
  private final Undelivered undelivered;
  private final SchoolsPost post;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  ChangingMessages(
      Messages messages,
      Outbox outbox,
      Resending resending,
      Undelivered undelivered,
      SchoolsPost post,
      ApplicationEventPublisher events,
      Clock clock) {
    this.messages = messages;
    this.outbox = outbox;
    this.resending = resending;
    this.undelivered = undelivered;
    this.post = post;
    this.events = events;
    this.clock = clock;
  }

  /** Calls a letter back before it has gone. */
  @Transactional
  public void recall(MessageId id, Scope scope, Actor by) {
    Message message = atRest(id, MessageState.WITHDRAWN, scope);
    if (message.state() != MessageState.WAITING
        && message.state() != MessageState.HELD
        && message.state() != MessageState.TO_PRINT) {
      throw new CannotChange(message, MessageState.WITHDRAWN);
    }
    outbox.move(message, MessageState.WITHDRAWN, Reason.RECALLED, null, "called back", by);
    settled(message);
  }

  /** Ends the recall window; quiet hours, closed days and court orders hold all the same. */
  @Transactional
  public void sendNow(MessageId id, Scope scope, Actor by) {
    Message message = atRest(id, MessageState.WAITING, scope);
    if (message.state() != MessageState.WAITING) {
      throw new CannotChange(message, MessageState.WAITING);
    }
    outbox.hurry(id, clock.instant());
    outbox.tell(message, MessageState.WAITING, "to be sent without waiting longer", by);
    events.publishEvent(new MessagesDue());
  }

  /** Says whether a letter goes that was only proposed (NF-R5). */
  @Transactional
  public void decide(MessageId id, boolean goes, Scope scope, Actor by) {
    Message message = atRest(id, MessageState.WAITING, scope);
    if (message.state() != MessageState.PROPOSED) {
      throw new CannotChange(message, MessageState.WAITING);
    }
    if (goes) {
      resending.onItsWay(message, "a person said yes", by);
    } else {
      outbox.move(message, MessageState.WITHDRAWN, Reason.DECLINED, null, "a person said no", by);
    }
  }

  /** The PDF was fetched to be printed. */
  @Transactional
  public void printed(MessageId id, Scope scope) {
    if (seen(id, scope).state() == MessageState.TO_PRINT) {
      outbox.printed(id);
    }
  }

  /** Printed, and in the post. */
  @Transactional
  public void posted(MessageId id, Scope scope, Actor by) {
    Message message = atRest(id, MessageState.SENT, scope);
    if (message.state() != MessageState.TO_PRINT) {
      throw new CannotChange(message, MessageState.SENT);
    }
    outbox.printed(id);
    outbox.move(message, MessageState.SENT, null, null, "posted", by);
  }

  /** It was not in the post after all; only as long as a message can be called back. */
  @Transactional
  public void notPosted(MessageId id, Scope scope, Actor by) {
    Message message = atRest(id, MessageState.TO_PRINT, scope);
    if (!canBeTakenBack(message)) {
      throw new CannotChange(message, MessageState.TO_PRINT);
    }
    outbox.move(
        message, MessageState.TO_PRINT, null, null, "not in the post after all, taken back", by);
  }

  /** Whether a person may still say that it is not in the post. */
  public boolean canBeTakenBack(MessageId id, Scope scope) {
    return canBeTakenBack(seen(id, scope));
  }

  /** Whether it was posted here, so lately that it may lie in the tray. */
  public boolean canBeTakenBack(Message message) {
    Instant posted = message.settledAt();
    return message.state() == MessageState.SENT
        && isPost(message)
        && message.printedAt() != null
        && posted != null
        && !clock.instant().isAfter(posted.plus(post.recall(message.school())));
  }

  /** A person found out that it arrived after all. */
  @Transactional
  public void arrived(MessageId id, Scope scope, Actor by) {
    Message message = atRest(id, MessageState.SENT, scope);
    if (message.state() != MessageState.UNKNOWN) {
      throw new CannotChange(message, MessageState.SENT);
    }
    outbox.move(message, MessageState.SENT, null, null, "a person found that it arrived", by);
    settled(message);
  }

  /** Sends it again, written anew with what is on file today. */
  @Transactional
  public void sendAgain(MessageId id, Scope scope, Actor by) {
    resending.again(atRest(id, MessageState.WAITING, scope), by);
    settled(messages.find(id, scope).orElseThrow());
  }

  /** Whether a person could still do this: what the page offers. */
  public static boolean canBeRecalled(Message message) {
    return message.state() == MessageState.WAITING
        || message.state() == MessageState.HELD
        || message.state() == MessageState.TO_PRINT;
  }

  /** Whether a person could have it sent again. */
  public static boolean canBeSentAgain(Message message) {
    return (message.state() == MessageState.FAILED
            || message.state() == MessageState.UNKNOWN
            || message.state() == MessageState.NOT_SENT)
        && message.reason() != Reason.NO_CONTACT_ORDER
        && message.reason() != Reason.NOBODY;
  }

  /** Whether it is on paper. */
  public static boolean isPost(Message message) {
    return message.channel() == Channel.POST;
  }

  private void settled(Message message) {
    outbox.parts(message.id()).forEach(part -> undelivered.settled(part.pupil(), message.letter()));
  }

  private Message seen(MessageId id, Scope scope) {
    return messages.find(id, scope).orElseThrow(() -> new NotInSight("letter", id));
  }

  private Message atRest(MessageId id, MessageState wanted, Scope scope) {
    Message seen = seen(id, scope);
    if (!scope.has(seen.school(), MAY_CHANGE.toArray(Role[]::new))) {
      throw new NotInSight("letter", id);
    }
    return outbox.locked(id).orElseThrow(() -> new CannotChange(id, MessageState.SENDING, wanted));
  }
}
