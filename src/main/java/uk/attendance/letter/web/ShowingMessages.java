package uk.attendance.letter.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.letter.ChangingMessages;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.MessageState;
import uk.attendance.letter.Messages;
import uk.attendance.pupil.Channel;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.reply.LinkStates;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** Puts letters into words for the pages, with what the person may do with each. */
@Component
class ShowingMessages {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.UK);

  private final Messages messages;
  private final ChangingMessages changing;
  private final Pupils pupils;
  private final LinkStates links;
  private final Clock clock;

  ShowingMessages(
      Messages messages, ChangingMessages changing, Pupils pupils, LinkStates links, Clock clock) {
    this.messages = messages;
    this.changing = changing;
    this.pupils = pupils;
    this.links = links;
    this.clock = clock;
  }

  List<MessageShown> all(Collection<Message> shown, Scope scope) {
    Map<MessageId, List<PupilId>> about = messages.pupils(shown.stream().map(Message::id).toList());
    Map<PupilId, Pupil> names = new LinkedHashMap<>();
    pupils
        .byIds(about.values().stream().flatMap(List::stream).collect(Collectors.toSet()), scope)
        .forEach(pupil -> names.put(pupil.id(), pupil));
    Map<MessageId, String> linked = links.inWords(shown.stream().map(Message::id).toList());
    return shown.stream()
        .map(
            message ->
                one(
                    message,
                    linked.get(message.id()),
                    about.getOrDefault(message.id(), List.of()).stream()
                        .map(names::get)
                        .filter(Objects::nonNull)
                        .toList(),
                    scope))
        .toList();
  }

  MessageShown one(Message message, Scope scope) {
    return all(List.of(message), scope).get(0);
  }

  /** Whether the person may open the letters themselves. */
  boolean mayOpen(SchoolId school, Scope scope) {
    return scope.has(school, Role.MANAGER)
        || scope.has(school, ChangingMessages.MAY_CHANGE.toArray(Role[]::new));
  }

  /** "09:40" today, the day with it otherwise. */
  String when(Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, SchoolCalendar.ZONE);
    return local.toLocalDate().equals(SchoolCalendar.dayOf(clock.instant()))
        ? "today, " + TIME.format(local)
        : WHEN.format(local);
  }

  private MessageShown one(
      Message message, @Nullable String linked, List<Pupil> about, Scope scope) {
    return new MessageShown(
        message.id().value(),
        message.title(),
        message.subject(),
        message.recipient(),
        about.stream()
            .map(pupil -> new MessageShown.About(pupil.id().value(), pupil.name()))
            .toList(),
        linked == null ? way(message) : way(message) + ", " + linked,
        message.state().words(),
        badge(message.state()),
        when(message),
        when(message.orderedAt()),
        message.state() == MessageState.SENT ? "" : message.because(),
        message.why().rule().value(),
        message.why().words(),
        actions(message, scope));
  }

  private static String way(Message message) {
    if (message.channel() == null) {
      return "";
    }
    String by = "by " + message.channel().words();
    String address = message.address();
    return address == null ? by : by + " to " + address.replace("\n", ", ");
  }

  private String when(Message message) {
    Instant settled = message.settledAt();
    return switch (message.state()) {
      case WAITING -> {
        Instant now = clock.instant();
        yield message.sendAfter().isAfter(now)
            ? "goes " + when(message.sendAfter())
            : "goes in a moment";
      }
      case SENT -> sent(message, Objects.requireNonNullElse(settled, message.orderedAt()));
      case TO_PRINT ->
          message.printedAt() == null ? "not printed yet" : "printed " + when(message.printedAt());
      default -> settled == null ? "" : when(settled);
    };
  }

  private String sent(Message message, Instant settled) {
    boolean carriedOnPaper = message.channel() == Channel.POST && message.carrierRef() != null;
    String sent =
        (message.channel() == Channel.POST && !carriedOnPaper ? "posted " : "sent ")
            + (carriedOnPaper ? "to be printed and posted " : "")
            + (message.mergedInto() == null ? "" : "once for two with the same words, ")
            + when(settled);
    Instant delivered = message.deliveredAt();
    if (delivered == null) {
      return sent;
    }
    boolean sameDay = SchoolCalendar.dayOf(delivered).equals(SchoolCalendar.dayOf(settled));
    return sent
        + (carriedOnPaper ? "; posted " : "; delivered ")
        + (sameDay
            ? "at " + TIME.format(LocalDateTime.ofInstant(delivered, SchoolCalendar.ZONE))
            : when(delivered));
  }

  private static String badge(MessageState state) {
    return switch (state) {
      case SENT -> "app-badge--good";
      case FAILED, UNKNOWN -> "app-badge--bad";
      case HELD, PROPOSED, NOT_SENT -> "app-badge--warn";
      default -> "";
    };
  }

  private MessageShown.Actions actions(Message message, Scope scope) {
    if (!scope.has(message.school(), ChangingMessages.MAY_CHANGE.toArray(Role[]::new))) {
      return MessageShown.Actions.NONE;
    }
    MessageState state = message.state();
    return new MessageShown.Actions(
        ChangingMessages.canBeRecalled(message),
        state == MessageState.WAITING,
        state == MessageState.PROPOSED,
        state == MessageState.TO_PRINT,
        state == MessageState.TO_PRINT,
        changing.canBeTakenBack(message),
        state == MessageState.UNKNOWN,
        ChangingMessages.canBeSentAgain(message));
  }
}
