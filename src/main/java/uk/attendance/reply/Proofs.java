package uk.attendance.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import uk.attendance.letter.MessageId;
import uk.attendance.pupil.PupilId;
import uk.attendance.secret.Digest;
import uk.attendance.secret.Secrets;

/**
 * What a page carries along once a date of birth was right: which children of which link, signed,
 * for a while. It takes the place of a session, so that no cookie acts for anybody here.
 */
@Component
class Proofs {

  private final Secrets secrets;
  private final Duration lasts;
  private final InstantSource time;

  Proofs(Secrets secrets, ReplySettings settings, @Qualifier("wallTime") InstantSource time) {
    this.secrets = secrets;
    this.lasts = settings.proofLasts();
    this.time = time;
  }

  String of(MessageId link, Collection<PupilId> children) {
    String said =
        children.stream().map(PupilId::toString).sorted().collect(Collectors.joining(","))
            + "/"
            + time.instant().plus(lasts).getEpochSecond();
    return said + "/" + signature(link, said);
  }

  /** Empty for one that was made up, made for another link, or is too old. */
  Set<PupilId> read(MessageId link, String proof) {
    int end = proof.lastIndexOf('/');
    if (end < 0 || proof.length() > 400) {
      return Set.of();
    }
    String said = proof.substring(0, end);
    if (!Digest.same(proof.substring(end + 1), signature(link, said))) {
      return Set.of();
    }
    String[] parts = said.split("/");
    if (!time.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(parts[1])))) {
      return Set.of();
    }
    return Arrays.stream(parts[0].split(","))
        .map(id -> new PupilId(Long.parseLong(id)))
        .collect(Collectors.toSet());
  }

  private String signature(MessageId link, String said) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(secrets.sign("reply-proof", link + "/" + said));
  }
}
