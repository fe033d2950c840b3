package uk.attendance.leave;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.school.SchoolId;
import uk.attendance.secret.Digest;

/** Counts how often links are asked for, so that nobody's telephone is flooded through us. */
@Component
class AskedLinks {

  private static final Logger log = LoggerFactory.getLogger(AskedLinks.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final LeaveLinkSettings settings;
  private final InstantSource time;

  AskedLinks(
      JdbcClient jdbc, LeaveLinkSettings settings, @Qualifier("wallTime") InstantSource time) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.time = time;
  }

  /** Counts one more, and says whether that is too many within the hour. */
  boolean tooOften(SchoolId school, String typed) {
    String digest = Digest.of(typed.strip().toLowerCase(Locale.ROOT));
    Instant now = time.instant();
    jdbc.sql("delete from leave_link_asked where asked_at < :old")
        .param("old", now.minus(HOUR).atOffset(ZoneOffset.UTC))
        .update();
    jdbc.sql(
            """
            insert into leave_link_asked (school_id, typed_digest, asked_at)
            values (:school, :digest, :now)
            """)
        .param("school", school.value())
        .param("digest", digest)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
    if (count("school_id = :what", school.value()) > settings.mostForSchool()) {
      log.warn(
          "links for requests for leave at school {}: more than {} asked for within an hour",
          school,
          settings.mostForSchool());
      return true;
    }
    return count("typed_digest = :what", digest) > settings.mostForOne();
  }

  private int count(String condition, String what) {
    return jdbc.sql("select count(*) from leave_link_asked where " + condition)
        .param("what", what)
        .query(Integer.class)
        .single();
  }
}
