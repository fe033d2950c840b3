package uk.attendance.reply;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.account.Actor;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.Deadlines;
import uk.attendance.casefile.Opening;
import uk.attendance.casefile.RunningCases;
import uk.attendance.casefile.Why;
import uk.attendance.casefile.WhyJson;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.Messages;
import uk.attendance.policy.Setting;

/** Asks the office about a link that was locked: a case of process {@code locked-reply}. */
@Component
class LockedReplies {

  static final String PROCESS = "locked-reply";
  static final String TASK = "resolve-locked-reply";
  private static final String CAUSE = "link-";

  private final RunningCases running;
  private final Deadlines deadlines;
  private final Messages messages;
  private final ReplyRules rules;

  LockedReplies(RunningCases running, Deadlines deadlines, Messages messages, ReplyRules rules) {
    this.running = running;
    this.deadlines = deadlines;
    this.messages = messages;
    this.rules = rules;
  }

  /** One task, whatever number of children the message is about: it stands with the first. */
  void open(Link link, List<Child> children) {
    Child first = children.get(0);
    Message message = messages.find(link.message()).orElseThrow();
    Setting lock = rules.pack(link.school()).settings().get("reply.wrong-dates-at-most");
    Why why =
        Why.of(
            lock.rule(),
            "Wrong dates of birth were given (%s) by the link in '%s' to %s. The link is locked."
                .formatted(lock.value().inWords(), message.title(), message.recipient()));
    running.open(
        new Opening(
            PROCESS,
            CAUSE + link.message(),
            link.school(),
            first.pupil().id(),
            rules.pack(link.school()).version(),
            rules.today(),
            Map.of(
                "resolveLockedReplyDue",
                Date.from(
                    deadlines
                        .due(link.school(), rules.pack(link.school()).version(), TASK, null)
                        .at()),
                "resolveLockedReplyWhy",
                WhyJson.write(why)),
            why),
        Actor.PROGRAM);
  }

  /** The message whose link a case is about. */
  static MessageId messageOf(CaseFile locked) {
    return new MessageId(Long.parseLong(locked.cause().substring(CAUSE.length())));
  }
}
