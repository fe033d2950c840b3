package uk.attendance.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Optional;
import uk.attendance.pupil.PupilId;
import uk.attendance.secret.Digest;

/**
 * The chain of one pupil's amendments: each link's hash covers the link before, so that no change
 * can be altered, removed or slipped in later without all that follow it ceasing to fit. The words
 * (reason, name, title) enter through a salted digest, so that they can be erased after their years
 * and the chain still stands (docs/decisions/0041).
 */
public final class AmendmentChain {

  static final String START = "0".repeat(64);

  private AmendmentChain() {}

  /** One stored link: the amendment and what seals it. Erased words are empty. */
  public record Link(
      Amendment amendment, String salt, String digest, String previous, String hash) {

    boolean wordsErased() {
      return amendment.reason().isEmpty();
    }
  }

  /** The last link of a pupil, to which the next is added. */
  record Head(int position, String hash) {

    static final Head NONE = new Head(0, START);
  }

  /** Seals an amendment as the link after a head; its position must be the next. */
  static Link link(Amendment amendment, Head head, String salt) {
    if (amendment.position() != head.position() + 1) {
      throw new IllegalArgumentException(
          "Amendment %d of pupil %s cannot follow number %d"
              .formatted(amendment.position(), amendment.pupil(), head.position()));
    }
    String digest = digest(amendment, salt);
    return new Link(amendment, salt, digest, head.hash(), hash(amendment, digest, head.hash()));
  }

  /**
   * @param links all links of one pupil in order of their positions
   * @return what is wrong with the first link that does not fit; empty when all fit
   */
  public static Optional<String> verify(PupilId pupil, Iterator<Link> links) {
    Head head = Head.NONE;
    while (links.hasNext()) {
      Link link = links.next();
      Optional<String> broken = broken(link, head);
      if (broken.isPresent()) {
        return broken.map(
            what ->
                "Amendment %d of pupil %s %s".formatted(link.amendment().position(), pupil, what));
      }
      head = new Head(link.amendment().position(), link.hash());
    }
    return Optional.empty();
  }

  private static Optional<String> broken(Link link, Head head) {
    Amendment amendment = link.amendment();
    if (amendment.position() != head.position() + 1) {
      return Optional.of("follows number " + head.position() + ": one or more are missing");
    }
    if (!link.previous().equals(head.hash())) {
      return Optional.of("does not hang on the one before it");
    }
    if (!link.wordsErased() && !link.digest().equals(digest(amendment, link.salt()))) {
      return Optional.of("has another reason, name or title than when it was made");
    }
    if (!link.hash().equals(hash(amendment, link.digest(), link.previous()))) {
      return Optional.of("has another day, session, code or time than when it was made");
    }
    return Optional.empty();
  }

  private static String digest(Amendment amendment, String salt) {
    return Digest.of(
        salt
            + measured(amendment.reason())
            + measured(amendment.by().name())
            + measured(amendment.by().title()));
  }

  private static String hash(Amendment amendment, String digest, String previous) {
    return Digest.of(
        String.join(
            "|",
            previous,
            Integer.toString(amendment.position()),
            amendment.pupil().toString(),
            amendment.day().toString(),
            amendment.session().name(),
            amendment.original(),
            amendment.amended(),
            Long.toString(micros(amendment.at())),
            digest));
  }

  /** Databases keep microseconds. */
  private static long micros(Instant at) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at);
  }

  private static String measured(String words) {
    return "|" + words.length() + ":" + words;
  }
}
