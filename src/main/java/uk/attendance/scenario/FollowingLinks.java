package uk.attendance.scenario;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupils;
import uk.attendance.quickentry.Reason;
import uk.attendance.reply.Answer;
import uk.attendance.reply.AnsweringByLink;
import uk.attendance.reply.AnsweringByLink.Asking;
import uk.attendance.reply.AnsweringByLink.Known;
import uk.attendance.reply.AnsweringByLink.Opened;
import uk.attendance.reply.AnsweringByLink.Taken;

/** Parents of stories answer by the link that they were sent. */
@Component
@Profile("scenario")
class FollowingLinks {

  private static final Set<String> ASKED = Set.of("reason", "reasonText", "expectedReturn");

  private final AnsweringByLink answering;
  private final StoryPhones phones;
  private final Contacts contacts;
  private final Pupils pupils;

  FollowingLinks(AnsweringByLink answering, StoryPhones phones, Contacts contacts, Pupils pupils) {
    this.answering = answering;
    this.phones = phones;
    this.contacts = contacts;
    this.pupils = pupils;
  }

  void follow(Happening.Reply reply, StorySchool school) {
    String token =
        phones
            .token(school.id(), contact(reply, school))
            .orElseThrow(
                () -> new StepRefused("no message with a link has reached " + reply.from()));
    for (int wrong = 1; wrong <= reply.wrongDates(); wrong++) {
      open(token, born(reply.pupils().get(0), school).plusDays(wrong), "", school);
    }
    if (reply.with().isEmpty()) {
      return;
    }
    Set<String> unknown = new TreeSet<>(reply.with().keySet());
    unknown.removeAll(ASKED);
    if (!unknown.isEmpty()) {
      throw new StepRefused("a reply knows no " + String.join(", ", unknown));
    }
    Asking asking = asking(reply, token, school);
    Taken taken =
        answering.answer(token, asking.proof(), answer(reply.with(), asking), where(school));
    if (taken != Taken.YES) {
      throw new StepRefused("the answer was not taken: " + taken);
    }
  }

  private Asking asking(Happening.Reply reply, String token, StorySchool school) {
    Asking asking = null;
    for (String child : reply.pupils()) {
      Opened opened =
          open(token, born(child, school), asking == null ? "" : asking.proof(), school);
      if (!(opened instanceof Opened.Yes yes)) {
        throw new StepRefused(
            opened instanceof Opened.Wrong
                ? "the message was not about " + child
                : "the link does not work any more");
      }
      asking = yes.asking();
    }
    return java.util.Objects.requireNonNull(asking);
  }

  private Opened open(String token, LocalDate born, String proof, StorySchool school) {
    return answering.open(token, born, proof, where(school));
  }

  private static Answer answer(Map<String, Object> with, Asking asking) {
    String key = String.valueOf(with.get("reason"));
    Reason reason =
        Arrays.stream(Reason.values())
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new StepRefused("reason: '%s' is none".formatted(key)));
    return new Answer(
        asking.children().stream().map(Known::id).collect(Collectors.toSet()),
        reason,
        String.valueOf(with.getOrDefault("reasonText", "")),
        day(with.get("expectedReturn")),
        UUID.randomUUID().toString());
  }

  private static @Nullable LocalDate day(@Nullable Object written) {
    try {
      return written == null ? null : LocalDate.parse(String.valueOf(written));
    } catch (DateTimeParseException e) {
      throw new StepRefused("expectedReturn: '%s' is no date like 2025-11-03".formatted(written));
    }
  }

  private Contact contact(Happening.Reply reply, StorySchool school) {
    return contacts
        .of(school.pupil(reply.pupils().get(0)), Scope.ofTheSystem(school.id()))
        .all()
        .stream()
        .filter(contact -> contact.externalId().equals(reply.from()))
        .findFirst()
        .orElseThrow(
            () ->
                new StepRefused(
                    "%s is no contact of %s".formatted(reply.from(), reply.pupils().get(0))));
  }

  private LocalDate born(String child, StorySchool school) {
    return pupils
        .byId(school.pupil(child), Scope.ofTheSystem(school.id()))
        .orElseThrow(() -> new StepRefused("the school has no " + child))
        .dob();
  }

  private static String where(StorySchool school) {
    return "story " + school.id();
  }
}
