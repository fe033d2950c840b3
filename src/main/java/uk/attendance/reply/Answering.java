package uk.attendance.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Holds;
import uk.attendance.casefile.Retrying;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Press;
import uk.attendance.quickentry.TakingMessages;
import uk.attendance.reply.Landed.Landing;

/** Takes a parent's answer: kept, and brought to the case of each child, all or nothing. */
@Component
class Answering {

  private final Links links;
  private final Children children;
  private final Replies replies;
  private final LandingAnswers landing;
  private final TakingMessages messages;
  private final Holds holds;
  private final Retrying retrying;
  private final ReplyRules rules;

  Answering(
      Links links,
      Children children,
      Replies replies,
      LandingAnswers landing,
      TakingMessages messages,
      Holds holds,
      Retrying retrying,
      ReplyRules rules) {
    this.links = links;
    this.children = children;
    this.replies = replies;
    this.landing = landing;
    this.messages = messages;
    this.holds = holds;
    this.retrying = retrying;
    this.rules = rules;
  }

  /**
   * @return false where the link was locked, came to its end or was used up meanwhile
   */
  boolean answer(Link asked, Answer answer) {
    return retrying.inOneTransaction(() -> take(asked, answer));
  }

  private boolean take(Link asked, Answer answer) {
    Optional<Link> link = links.held(asked.message());
    if (link.isEmpty() || !link.get().isLive(rules.now())) {
      return false;
    }
    if (replies.has(asked.message(), answer.press())) {
      return true;
    }
    if (replies.count(asked.message()) >= rules.answersAtMost(asked.school())) {
      return false;
    }
    List<Child> about =
        children.of(asked).stream()
            .filter(child -> answer.children().contains(child.pupil().id()))
            .toList();
    if (about.isEmpty()) {
      return false;
    }
    long reply = replies.keep(asked.message(), answer, rules.now());
    List<Landed> landed = new ArrayList<>();
    for (Child child : about) {
      Landed one = landing.land(child, answer);
      replies.keep(reply, one);
      landed.add(one);
    }
    tellTheOffice(reply, answer, landed);
    return true;
  }

  /**
   * What a person has to read stands with the messages of the day, and so on the call sheet. Of a
   * pupil on hold nobody reads but in the case, which shows itself to the safeguarding lead alone.
   */
  private void tellTheOffice(long reply, Answer answer, List<Landed> landed) {
    List<Child> forOffice =
        landed.stream()
            .filter(one -> one.landing() != Landing.EXPLAINED)
            .map(Landed::child)
            .filter(child -> !holds.isHeld(child.pupil().id()))
            .toList();
    if (forOffice.isEmpty()) {
      return;
    }
    Child first = forOffice.get(0);
    List<PupilId> about = forOffice.stream().map(child -> child.pupil().id()).toList();
    messages.byLink(
        about,
        first.contact().id(),
        first.contact().formalName()
            + ", "
            + first.contact().relationship().toLowerCase(java.util.Locale.UK),
        answer.inWords(),
        new Press("reply-" + reply, first.pupil().school(), LandingAnswers.by(first)));
  }
}
