package uk.attendance.letter;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.CaseId;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;

/** All letters that were ordered, whatever became of them. */
@Component
public class Messages {

  private static final String SELECT = "select " + MessageRows.COLUMNS + " from message m ";
  private static final int COUNTED_AT_MOST = 100;

  private final JdbcClient jdbc;

  public Messages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when there is no such message, or it is about pupils out of scope. */
  public Optional<Message> find(MessageId id, Scope scope) {
    return jdbc.sql(SELECT + "where m.id = :id and " + about(scope))
        .param("id", id.value())
        .params(scope.parameters())
        .query(MessageRows::message)
        .optional();
  }

  /**
   * One page of a school's messages in these states, the newest first.
   *
   * @param before the last one of the page before; null for the first page
   */
  public List<Message> page(
      SchoolId school,
      Collection<MessageState> states,
      @Nullable MessageId before,
      int limit,
      Scope scope) {
    Map<String, Object> parameters = new HashMap<>(scope.parameters());
    parameters.put("school", school.value());
    parameters.put("states", names(states));
    parameters.put("before", before == null ? Long.MAX_VALUE : before.value());
    parameters.put("limit", limit);
    return jdbc.sql(
            SELECT
                + "where m.school_id = :school and m.state in (:states) and m.id < :before and "
                + about(scope)
                + " order by m.id desc fetch first :limit rows only")
        .params(parameters)
        .query(MessageRows::message)
        .list();
  }

  /** How many there are in these states, counted up to a hundred. */
  public int count(SchoolId school, Collection<MessageState> states) {
    return jdbc.sql(
            """
            select count(*) from (
              select 1 as one from message m
              where m.school_id = :school and m.state in (:states)
              fetch first :most rows only) counted
            """)
        .param("school", school.value())
        .param("states", names(states))
        .param("most", COUNTED_AT_MOST)
        .query(Integer.class)
        .single();
  }

  /** Every letter about a pupil, the newest first. */
  public List<Message> of(PupilId pupil, Scope scope) {
    return jdbc.sql(
            SELECT
                + """
                join message_pupil mp on mp.message_id = m.id
                join pupil p on p.id = mp.pupil_id
                where mp.pupil_id = :pupil and
                """
                + " "
                + scope.pupils("p")
                + " order by m.id desc")
        .param("pupil", pupil.value())
        .params(scope.parameters())
        .query(MessageRows::message)
        .list();
  }

  /** Every letter that a case has a part in, the oldest first; for the program's own work. */
  public List<Message> of(CaseId caseId) {
    return noneOf(caseId) ? List.of() : read(caseId);
  }

  /** A case that this look opened, and that has ordered nothing yet. */
  static boolean noneOf(CaseId id) {
    return CaseFiles.isNew(id) && OneLook.known(new HasLetters(id)).isEmpty();
  }

  /** A case orders its first. */
  static void ordered(CaseId id) {
    OneLook.know(new HasLetters(id), true);
  }

  private record HasLetters(CaseId id) {}

  /** Finds out for one look which contacts of many pupils have had nothing ordered on a day. */
  public void lookAhead(Collection<PupilId> pupils, LocalDate day) {
    jdbc.sql(
            """
            select distinct pc.contact_id from pupil_contact pc
            where pc.pupil_id in (:pupils) and not exists (
              select 1 from message m where m.contact_id = pc.contact_id and m.ordered_on = :day)
            """)
        .param("pupils", pupils.stream().map(PupilId::value).toList())
        .param("day", day)
        .query(Long.class)
        .list()
        .forEach(contact -> OneLook.know(new NothingOn(new ContactId(contact), day), true));
  }

  static boolean nothingOn(LocalDate day, ContactId contact) {
    return OneLook.known(new NothingOn(contact, day)).isPresent();
  }

  /** Something is ordered for a contact. */
  static void orderedOn(LocalDate day, ContactId contact) {
    OneLook.forget(new NothingOn(contact, day));
  }

  private record NothingOn(ContactId contact, LocalDate day) {}

  private List<Message> read(CaseId caseId) {
    return jdbc.sql(
            SELECT
                + """
                join message_pupil mp on mp.message_id = m.id
                where mp.case_id = :case and mp.withdrawn_at is null order by m.id
                """)
        .param("case", caseId.value())
        .query(MessageRows::message)
        .list();
  }

  /** A pupil that a message is about, and the case that ordered it. */
  public record About(CaseId caseId, PupilId pupil) {}

  /** What a message still speaks of, in the order in which it was ordered. */
  public List<About> about(MessageId id) {
    return jdbc.sql(
            """
            select case_id, pupil_id from message_pupil
            where message_id = :id and withdrawn_at is null order by case_id
            """)
        .param("id", id.value())
        .query(
            (row, n) ->
                new About(new CaseId(row.getLong("case_id")), new PupilId(row.getLong("pupil_id"))))
        .list();
  }

  /** For the program's own work. */
  public Optional<Message> find(MessageId id) {
    return jdbc.sql(SELECT + "where m.id = :id")
        .param("id", id.value())
        .query(MessageRows::message)
        .optional();
  }

  /** The pupils that messages are about. */
  public Map<MessageId, List<PupilId>> pupils(Collection<MessageId> messages) {
    if (messages.isEmpty()) {
      return Map.of();
    }
    record Pair(MessageId message, PupilId pupil) {}
    return jdbc
        .sql(
            """
            select message_id, pupil_id from message_pupil
            where message_id in (:ids) order by message_id, case_id
            """)
        .param("ids", messages.stream().map(MessageId::value).toList())
        .query(
            (row, n) ->
                new Pair(
                    new MessageId(row.getLong("message_id")), new PupilId(row.getLong("pupil_id"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Pair::message, Collectors.mapping(Pair::pupil, Collectors.toList())));
  }

  /** The cases that a message is about, the oldest first. */
  public List<CaseId> cases(MessageId id) {
    return jdbc.sql(
            "select case_id from message_pupil where message_id = :id and withdrawn_at is null order by case_id")
        .param("id", id.value())
        .query((row, n) -> new CaseId(row.getLong("case_id")))
        .list();
  }

  /** The words, exactly as they go or went; empty where the letter could not be written. */
  public Optional<Wording.Written> written(MessageId id) {
    return jdbc.sql(
            """
            select subject, body_text, body_html from message
            where id = :id and body_html is not null
            """)
        .param("id", id.value())
        .query(
            (row, n) ->
                new Wording.Written(
                    row.getString("subject"),
                    row.getString("body_text"),
                    row.getString("body_html")))
        .optional();
  }

  /** What was printed. */
  public Optional<byte[]> pdf(MessageId id) {
    return jdbc.sql("select pdf from message where id = :id and pdf is not null")
        .param("id", id.value())
        .query((row, n) -> row.getBytes("pdf"))
        .optional();
  }

  /** What became of a message, in order. */
  public List<MessageEvent> events(MessageId id) {
    return jdbc.sql("select * from message_event where message_id = :id order by id")
        .param("id", id.value())
        .query(
            (row, n) ->
                new MessageEvent(
                    row.getObject("at", java.time.OffsetDateTime.class).toInstant(),
                    MessageState.valueOf(row.getString("state")),
                    row.getString("words"),
                    row.getString("actor"),
                    row.getString("title")))
        .list();
  }

  /** Who has had, or may have had, a letter of a case. */
  Set<ContactId> contactsWhoHad(CaseId caseId) {
    return of(caseId).stream()
        .filter(message -> message.state().hasGoneOut() && message.contact() != null)
        .map(Message::contact)
        .collect(Collectors.toSet());
  }

  private static String about(Scope scope) {
    return """
        exists (select 1 from message_pupil mp join pupil p on p.id = mp.pupil_id
          where mp.message_id = m.id and\s"""
        + scope.pupils("p")
        + ")";
  }

  private static List<String> names(Collection<MessageState> states) {
    return states.stream().map(Enum::name).toList();
  }
}
