package uk.attendance.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.secret.Digest;
import uk.attendance.secret.Secrets;

/**
 * How often a link, or somebody at an address, may ask within a while, on all nodes together. An
 * address counts what went wrong only: a whole town may come through one address of a telephone
 * network. It is kept as a keyed digest and forgotten soon.
 */
@Component
class Traffic {

  private final JdbcClient jdbc;
  private final Secrets secrets;
  private final ReplySettings settings;
  private final InstantSource time;

  Traffic(
      JdbcClient jdbc,
      Secrets secrets,
      ReplySettings settings,
      @Qualifier("wallTime") InstantSource time) {
    this.jdbc = jdbc;
    this.secrets = secrets;
    this.settings = settings;
    this.time = time;
  }

  /**
   * Counts a request before it is looked at.
   *
   * @return false where there were too many already
   */
  boolean begin(String token, String address) {
    return count("link " + Digest.of(token), settings.requests())
        && count(addressKey(address), settings.misses());
  }

  /** It was none of those that count against the address. */
  void wasGood(String address) {
    jdbc.sql("update reply_traffic set times = times - 1 where asker = :asker and times > 0")
        .param("asker", digest(addressKey(address)))
        .update();
  }

  Duration window() {
    return settings.window();
  }

  private boolean count(String asker, int atMost) {
    String digest = digest(asker);
    Instant now = time.instant();
    if (again(digest, now)) {
      return atMost > 0;
    }
    try {
      // one that came first in between has made the row: counted once more
      return atMost > 0
          && (further(digest, atMost)
              || (isKnown(digest) ? further(digest, atMost) : first(digest, now)));
    } catch (DuplicateKeyException atTheSameTime) {
      return further(digest, atMost);
    }
  }

  /** The first one since the last while was over. */
  private boolean again(String digest, Instant now) {
    return jdbc.sql(
                """
                update reply_traffic set began_at = :now, times = 1
                where asker = :asker and began_at <= :old
                """)
            .param("now", Links.utc(now))
            .param("asker", digest)
            .param("old", Links.utc(now.minus(settings.window())))
            .update()
        == 1;
  }

  private boolean further(String digest, int atMost) {
    return jdbc.sql(
                "update reply_traffic set times = times + 1 where asker = :asker and times < :atMost")
            .param("asker", digest)
            .param("atMost", atMost)
            .update()
        == 1;
  }

  private boolean isKnown(String digest) {
    return jdbc.sql("select count(*) from reply_traffic where asker = :asker")
            .param("asker", digest)
            .query(Integer.class)
            .single()
        > 0;
  }

  private boolean first(String digest, Instant now) {
    jdbc.sql("delete from reply_traffic where began_at < :old")
        .param("old", Links.utc(now.minus(settings.window())))
        .update();
    return jdbc.sql("insert into reply_traffic (asker, began_at, times) values (:asker, :now, 1)")
            .param("asker", digest)
            .param("now", Links.utc(now))
            .update()
        == 1;
  }

  /** Whoever has an address of version 6 has 2^64 of them. */
  private static String addressKey(String address) {
    String[] groups = address.split(":");
    return "address "
        + (groups.length > 4 ? String.join(":", java.util.Arrays.copyOf(groups, 4)) : address);
  }

  private String digest(String asker) {
    return HexFormat.of().formatHex(secrets.sign("reply-traffic", asker));
  }
}
