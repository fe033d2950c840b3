package uk.attendance.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.secret.Digest;

/**
 * The chain of one case's entries: each link's hash covers the link before. Words, reasons and
 * names enter through a salted digest, so that they can be erased after their years and the chain
 * still stands (docs/decisions/0041).
 */
final class TimelineChain {

  static final String START = "0".repeat(64);

  private TimelineChain() {}

  /** The end of a case's chain, as its row remembers it. */
  record Head(int entries, String hash) {

    static final Head NONE = new Head(0, START);
  }

  /**
   * One stored link: the entry, its why as text, and what seals it.
   *
   * @param why as it was written; null where there is none or it was erased
   */
  record Link(
      Entry entry, @Nullable String why, String salt, String digest, String previous, String hash) {

    boolean wordsErased() {
      return entry.words().isEmpty();
    }
  }

  static Link link(Entry entry, @Nullable String why, Head head, String salt) {
    String digest = digest(entry, why, salt);
    return new Link(entry, why, salt, digest, head.hash(), hash(entry, digest, head.hash()));
  }

  /**
   * @param links all links of one case in order
   * @return what is wrong with the first link that does not fit, or with the head
   */
  static Optional<String> verify(CaseId id, List<Link> links, Head head) {
    Head at = Head.NONE;
    for (Link link : links) {
      Optional<String> broken = broken(link, at);
      if (broken.isPresent()) {
        return broken.map(
            what -> "entry %d of case %s %s".formatted(link.entry().position(), id, what));
      }
      at = new Head(link.entry().position(), link.hash());
    }
    return at.equals(head)
        ? Optional.empty()
        : Optional.of(
            "case %s remembers %d entries, found %d that fit"
                .formatted(id, head.entries(), at.entries()));
  }

  private static Optional<String> broken(Link link, Head head) {
    if (link.entry().position() != head.entries() + 1) {
      return Optional.of("follows number " + head.entries() + ": one or more are missing");
    }
    if (!link.previous().equals(head.hash())) {
      return Optional.of("does not hang on the one before it");
    }
    if (!link.wordsErased()
        && !link.digest().equals(digest(link.entry(), link.why(), link.salt()))) {
      return Optional.of("has other words, another reason or name than when it was made");
    }
    if (!link.hash().equals(hash(link.entry(), link.digest(), link.previous()))) {
      return Optional.of("has another time, kind, element or reference than when it was made");
    }
    return Optional.empty();
  }

  private static String digest(Entry entry, @Nullable String why, String salt) {
    return Digest.of(
        salt
            + measured(entry.words())
            + measured(Objects.toString(why, ""))
            + measured(entry.actor())
            + measured(entry.title()));
  }

  private static String hash(Entry entry, String digest, String previous) {
    return Digest.of(
        String.join(
            "|",
            previous,
            entry.caseId().toString(),
            Integer.toString(entry.position()),
            Long.toString(micros(entry.at())),
            entry.kind().name(),
            Objects.toString(entry.element(), ""),
            Objects.toString(entry.reference(), ""),
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
