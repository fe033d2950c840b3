package uk.attendance.reply;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.Retrying;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;

/** Who brings a link and the date of birth of a child in it hears of that child. */
@Component
class OpeningLinks {

  private final Links links;
  private final Children children;
  private final Replies replies;
  private final LockedReplies locked;
  private final Retrying retrying;
  private final ReplyRules rules;

  OpeningLinks(
      Links links,
      Children children,
      Replies replies,
      LockedReplies locked,
      Retrying retrying,
      ReplyRules rules) {
    this.links = links;
    this.children = children;
    this.replies = replies;
    this.locked = locked;
    this.retrying = retrying;
    this.rules = rules;
  }

  /** What came of a date of birth. */
  sealed interface Tried {

    /**
     * @param found twins are born on one day
     */
    record Right(List<PupilId> found) implements Tried {}

    /**
     * @param left how many more may be wrong
     */
    record Wrong(int left) implements Tried {}

    /** The link is locked, now or before, or at its end. */
    record Closed() implements Tried {}
  }

  /**
   * Empty for one that never was, is locked, at its end or used up: looking does not tell which.
   */
  Optional<Link> live(String token) {
    return links
        .withToken(token)
        .filter(link -> link.isLive(rules.now()))
        .filter(link -> replies.count(link.message()) < rules.answersAtMost(link.school()))
        .filter(link -> !children.of(link).isEmpty());
  }

  /** Whatever its state, for whom to ring. */
  Optional<Link> known(String token) {
    return links.withToken(token);
  }

  Tried open(Link link, LocalDate born) {
    return retrying.inOneTransaction(() -> tryDate(link, born));
  }

  private Tried tryDate(Link link, LocalDate born) {
    int atMost = rules.wrongDatesAtMost(link.school());
    if (!links.beginTry(link.message(), atMost, rules.now())) {
      return new Tried.Closed();
    }
    List<Child> all = children.of(link);
    List<PupilId> found =
        all.stream()
            .map(Child::pupil)
            .filter(pupil -> pupil.dob().equals(born))
            .map(Pupil::id)
            .toList();
    if (!found.isEmpty()) {
      links.opened(link.message(), rules.now());
      return new Tried.Right(found);
    }
    int wrong = links.wrongDates(link.message());
    if (wrong < atMost) {
      return new Tried.Wrong(atMost - wrong);
    }
    links.lock(link.message(), rules.now());
    if (!all.isEmpty()) {
      locked.open(link, all);
    }
    return new Tried.Closed();
  }
}
