package uk.attendance.casefile;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/**
 * The rows of cases, as their processes open and close them. One open case of a kind is enforced by
 * {@code open_key}, which is null once closed; two that race for it fail one of the transactions.
 */
@Repository
public class CaseRows {

  private final JdbcClient jdbc;
  private final Clock clock;

  public CaseRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @return empty where one of this kind is open
   */
  public Optional<CaseFile> insert(Opening opening, String businessKey) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            """
            insert into case_file (process, cause, business_key, open_key, school_id, pupil_id, policy_pack,
              policy_version, started_on, opened_at, instance_id, definition_id, entries, head)
            select cast(:process as varchar(40)), cast(:cause as varchar(60)),
              cast(:businessKey as varchar(160)), cast(:openKey as varchar(180)),
              cast(:school as varchar(40)), cast(:pupil as bigint), cast(:pack as varchar(40)),
              cast(:version as varchar(80)), cast(:startedOn as date),
              cast(:openedAt as timestamp with time zone), '', '', 0, cast(:head as varchar(64))
            where not exists (select 1 from case_file where open_key = :openKey)
            """)
        .param("process", opening.process())
        .param("cause", opening.cause())
        .param("businessKey", businessKey)
        .param("openKey", openKey(opening))
        .param("school", opening.school().value())
        .param("pupil", opening.pupil().value())
        .param("pack", opening.pack().pack())
        .param("version", opening.pack().version())
        .param("startedOn", opening.startedOn())
        .param("openedAt", now.atOffset(ZoneOffset.UTC))
        .param("head", TimelineChain.START)
        .update(key, "id");
    return Optional.ofNullable(key.getKey())
        .map(
            id ->
                inHand(
                    new CaseFile(
                        new CaseId(id.longValue()),
                        opening.process(),
                        opening.cause(),
                        businessKey,
                        opening.school(),
                        opening.pupil(),
                        opening.pack(),
                        opening.startedOn(),
                        now,
                        "",
                        "",
                        null,
                        null)));
  }

  /** The engine began to run it. A case in hand has this written with its first entries. */
  public void started(CaseId id, String instance, String definition) {
    Optional<CaseFile> inHand = CasesInHand.now().flatMap(hand -> hand.find(id));
    if (inHand.isPresent()) {
      inHand(inHand.get().at(instance, definition));
    } else {
      jdbc.sql(
              """
              update case_file set instance_id = :instance, definition_id = :definition
              where id = :id
              """)
          .param("instance", instance)
          .param("definition", definition)
          .param("id", id.value())
          .update();
    }
  }

  private static CaseFile inHand(CaseFile file) {
    CasesInHand.now().ifPresent(hand -> hand.put(file));
    return file;
  }

  public void closed(CaseId id, String outcome) {
    Instant now = clock.instant();
    CasesInHand.now()
        .flatMap(hand -> hand.find(id))
        .ifPresent(file -> inHand(file.closed(now, outcome)));
    jdbc.sql(
            """
            update case_file set closed_at = :now, outcome = :outcome, open_key = null
            where id = :id and closed_at is null
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("outcome", outcome)
        .param("id", id.value())
        .update();
  }

  /**
   * @throws NotReopened where the case is open, or another of its kind is
   */
  public void reopened(CaseFile closed) {
    int rows =
        jdbc.sql(
                """
                update case_file set closed_at = null, outcome = null, open_key = :openKey
                where id = :id and closed_at is not null
                  and not exists (select 1 from case_file o where o.open_key = :openKey)
                """)
            .param("openKey", openKey(closed))
            .param("id", closed.id().value())
            .update();
    if (rows == 0) {
      throw new NotReopened(closed.id());
    }
  }

  private static String openKey(Opening opening) {
    return openKey(
        opening.process(), opening.school().value(), opening.pupil().value(), opening.cause());
  }

  static String openKey(CaseFile file) {
    return openKey(file.process(), file.school().value(), file.pupil().value(), file.cause());
  }

  private static String openKey(String process, String school, long pupil, String cause) {
    return String.join("/", process, school, Long.toString(pupil), cause);
  }
}
