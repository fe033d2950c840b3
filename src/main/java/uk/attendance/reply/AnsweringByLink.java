package uk.attendance.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.firstday.OpenAbsences;
import uk.attendance.letter.Letterheads;
import uk.attendance.pupil.PupilId;
import uk.attendance.quickentry.Reason;
import uk.attendance.school.SchoolId;

/** What the parent's pages ask and do, by the token in their address. */
@Component
public class AnsweringByLink {

  private final OpeningLinks opening;
  private final Answering answering;
  private final Children children;
  private final Proofs proofs;
  private final Traffic traffic;
  private final Replies replies;
  private final OpenAbsences absences;
  private final Letterheads heads;
  private final ReplyRules rules;

  AnsweringByLink(
      OpeningLinks opening,
      Answering answering,
      Children children,
      Proofs proofs,
      Traffic traffic,
      Replies replies,
      OpenAbsences absences,
      Letterheads heads,
      ReplyRules rules) {
    this.opening = opening;
    this.answering = answering;
    this.children = children;
    this.proofs = proofs;
    this.traffic = traffic;
    this.replies = replies;
    this.absences = absences;
    this.heads = heads;
    this.rules = rules;
  }

  /**
   * Whom to ring.
   *
   * @param telephone null where the school has named none
   */
  public record Office(String school, @Nullable String telephone) {}

  /** A child that may be spoken of. */
  public record Known(PupilId id, String name) {}

  /**
   * The page on which the answer is given.
   *
   * @param proof that the dates of birth were right; the page carries it along
   * @param moreChildren whether the message is about others, whose date was not given
   * @param day the day that is asked about
   */
  public record Asking(
      String proof, List<Known> children, boolean moreChildren, LocalDate day, boolean today) {}

  /** What came of a date of birth. */
  public sealed interface Opened {

    record Yes(Asking asking) implements Opened {}

    record Wrong(int left) implements Opened {}

    record Closed() implements Opened {}

    /** Too many came of late; again after {@link #window()}. */
    record TooMany() implements Opened {}
  }

  /** What came of an answer. */
  public enum Taken {
    YES,
    /** The proof is too old, or none. */
    ASK_AGAIN,
    CLOSED,
    TOO_MANY
  }

  /**
   * @param number the how manieth answer by the link
   * @param explained whether nobody rings about at least one of the children any more
   * @param read whether a person reads it
   * @param afterwards whether nobody asked any more about at least one of them
   */
  public record Receipt(
      int number, Instant at, boolean explained, boolean read, boolean afterwards) {}

  /** The school of a link that can be answered; looking changes nothing. */
  public Optional<Office> live(String token) {
    return opening.live(token).map(link -> office(link.school()));
  }

  /** The school of a link, whatever its state. */
  public Optional<Office> office(String token) {
    return opening.known(token).map(link -> office(link.school()));
  }

  public Duration window() {
    return traffic.window();
  }

  /**
   * @param proof of children whose date was given before; may be empty
   * @param address whom the request came from
   */
  public Opened open(String token, LocalDate born, String proof, String address) {
    if (!traffic.begin(token, address)) {
      return new Opened.TooMany();
    }
    Optional<Link> link = opening.live(token);
    if (link.isEmpty()) {
      return new Opened.Closed();
    }
    OpeningLinks.Tried tried = opening.open(link.get(), born);
    if (tried instanceof OpeningLinks.Tried.Wrong wrong) {
      return new Opened.Wrong(wrong.left());
    }
    if (tried instanceof OpeningLinks.Tried.Right right) {
      traffic.wasGood(address);
      Set<PupilId> known = new LinkedHashSet<>(proofs.read(link.get().message(), proof));
      known.addAll(right.found());
      return asking(link.get(), known).<Opened>map(Opened.Yes::new).orElseGet(Opened.Closed::new);
    }
    return new Opened.Closed();
  }

  /** The page once more, such as after an answer that lacks something. */
  public Optional<Asking> asking(String token, String proof) {
    return opening.live(token).flatMap(link -> asking(link, proofs.read(link.message(), proof)));
  }

  public Taken answer(String token, String proof, Answer answer, String address) {
    if (!traffic.begin(token, address)) {
      return Taken.TOO_MANY;
    }
    Optional<Link> link = opening.known(token);
    if (link.isEmpty()) {
      return Taken.CLOSED;
    }
    Set<PupilId> proved = proofs.read(link.get().message(), proof);
    if (proved.isEmpty() || !proved.containsAll(answer.children())) {
      return Taken.ASK_AGAIN;
    }
    traffic.wasGood(address);
    return answering.answer(link.get(), answer) ? Taken.YES : Taken.CLOSED;
  }

  /** Of the newest answer; it names no child. */
  public Optional<Receipt> receipt(String token) {
    return opening.known(token).flatMap(link -> replies.newest(link.message())).map(this::receipt);
  }

  /** The reasons a parent may choose. */
  public List<Reason> reasons() {
    return List.of(Reason.values());
  }

  public LocalDate today() {
    return rules.today();
  }

  private Receipt receipt(Replies.Received received) {
    return new Receipt(
        received.number(),
        received.at(),
        received.landings().contains(Landed.Landing.EXPLAINED),
        received.landings().contains(Landed.Landing.NOTE),
        received.landings().contains(Landed.Landing.AFTERWARDS));
  }

  private Optional<Asking> asking(Link link, Set<PupilId> proved) {
    List<Child> all = children.of(link);
    List<Child> known = all.stream().filter(child -> proved.contains(child.pupil().id())).toList();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    List<PupilId> ids = new ArrayList<>(known.stream().map(child -> child.pupil().id()).toList());
    LocalDate day = day(known);
    return Optional.of(
        new Asking(
            proofs.of(link.message(), ids),
            known.stream()
                .map(child -> new Known(child.pupil().id(), child.pupil().calledName()))
                .collect(Collectors.toList()),
            known.size() < all.size(),
            day,
            day.equals(rules.today())));
  }

  /** The newest day without a reason of any of them; today where nobody asks any more. */
  private LocalDate day(List<Child> known) {
    return known.stream()
        .flatMap(child -> absences.of(child.pupil().id()).stream())
        .map(OpenAbsences.OpenAbsence::newest)
        .max(LocalDate::compareTo)
        .orElseGet(rules::today);
  }

  private Office office(SchoolId school) {
    return new Office(rules.school(school).name(), heads.of(school).telephone());
  }
}
