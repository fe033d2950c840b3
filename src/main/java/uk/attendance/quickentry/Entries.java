package uk.attendance.quickentry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import uk.attendance.account.Scope;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.PupilSearch;
import uk.attendance.quickentry.Entry.About;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.register.Author;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.SchoolId;

/** Everything the office wrote down. Added to and read; nothing is ever changed. */
@Repository
public class Entries {

  private static final String SELECT =
      "select e.*, d.done_by, d.done_title, d.done_at from quick_entry e"
          + " left join quick_entry_done d on d.entry_id = e.id where ";
  private static final String NEWEST_FIRST = " order by e.entered_at desc, e.id desc";

  private final JdbcClient jdbc;

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was recorded by a form, where its button was pressed before. */
  Optional<EntryId> of(Press press) {
    return jdbc.sql("select id from quick_entry where school_id = :school and token = :token")
        .param("school", press.school().value())
        .param("token", press.token())
        .query(Long.class)
        .optional()
        .map(EntryId::new);
  }

  EntryId add(Press press, Said said, List<About> about, Instant now) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    ContactId contact = said.teller().contact();
    jdbc.sql(
            """
            insert into quick_entry (token, school_id, kind, first_day, last_day, at_time,
              until_time, contact_id, told_by, way, reason, words, expected_return, evidence,
              person, decided_by, coded, minutes_late, entered_by, entered_title, entered_at)
            values (:token, :school, :kind, :first, :last, :at, :until, :contact, :toldBy, :way,
              :reason, :words, :back, :evidence, :person, :decidedBy, :coded, :minutes, :by, :title,
              :now)
            """)
        .param("token", press.token())
        .param("school", press.school().value())
        .param("kind", said.kind().name())
        .param("first", said.when().first())
        .param("last", said.when().last())
        .param("at", said.when().at())
        .param("until", said.when().until())
        .param("contact", contact == null ? null : contact.value())
        .param("toldBy", said.teller().words())
        .param("way", name(said.teller().way()))
        .param("reason", name(said.what().reason()))
        .param("words", said.what().words())
        .param("back", said.what().expectedReturn())
        .param("evidence", name(said.what().evidence()))
        .param("person", said.what().person())
        .param("decidedBy", said.what().decidedBy())
        .param("coded", said.what().coded())
        .param("minutes", said.what().minutesLate())
        .param("by", press.by().name())
        .param("title", press.by().title())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update(key, "id");
    EntryId id = new EntryId(Optional.ofNullable(key.getKey()).orElseThrow().longValue());
    for (int i = 0; i < about.size(); i++) {
      jdbc.sql(
              """
              insert into quick_entry_pupil (entry_id, pupil_id, position, code, outcome)
              values (:entry, :pupil, :position, :code, :outcome)
              """)
          .param("entry", id.value())
          .param("pupil", about.get(i).pupil().value())
          .param("position", i)
          .param("code", about.get(i).code())
          .param("outcome", about.get(i).outcome())
          .update();
    }
    return id;
  }

  /** A message was dealt with; said twice, the first one stands. */
  void done(EntryId id, Author by, Instant now) {
    jdbc.sql(
            """
            insert into quick_entry_done (entry_id, done_by, done_title, done_at)
            select :id, :by, :title, :now
            where not exists (select 1 from quick_entry_done where entry_id = :id)
            """)
        .param("id", id.value())
        .param("by", by.name())
        .param("title", by.title())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Empty where there is none or the person does not see all pupils of the school. */
  public Optional<Entry> find(EntryId id, SchoolId school, Scope scope) {
    return those("e.id = :id", Map.of("id", id.value()), school, scope).stream().findFirst();
  }

  /** About one pupil, the newest first. */
  public List<Entry> of(PupilId pupil, SchoolId school, Scope scope) {
    return those(
        "exists (select 1 from quick_entry_pupil q where q.entry_id = e.id and q.pupil_id = :pupil)",
        Map.of("pupil", pupil.value()),
        school,
        scope);
  }

  /**
   * What to look for.
   *
   * @param day about this day or written down on it; null: any
   * @param kind null: any
   * @param text words of a pupil's name, or anything that was said; may be empty
   */
  public record Wanted(
      @Nullable LocalDate day, @Nullable EntryKind kind, String text, boolean open) {}

  /** The newest first. */
  public List<Entry> wanted(Wanted wanted, SchoolId school, int atMost, Scope scope) {
    List<String> conditions = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> parameters = new HashMap<>();
    LocalDate day = wanted.day();
    if (day != null) {
      conditions.add(
          "(:day between e.first_day and e.last_day or (e.entered_at >= :from and e.entered_at < :to))");
      parameters.put("day", day);
      parameters.put("from", begins(day));
      parameters.put("to", begins(day.plusDays(1)));
    }
    EntryKind kind = wanted.kind();
    if (kind != null) {
      conditions.add("e.kind = :kind");
      parameters.put("kind", kind.name());
    }
    if (wanted.open()) {
      conditions.add("e.kind = 'MESSAGE' and d.entry_id is null");
    }
    if (!wanted.text().isBlank()) {
      conditions.add(matches(wanted.text(), scope, parameters));
    }
    parameters.put("atMost", atMost);
    return those(
        String.join(" and ", conditions),
        NEWEST_FIRST + " fetch first :atMost rows only",
        parameters,
        school,
        scope);
  }

  private static String matches(String text, Scope scope, Map<String, Object> parameters) {
    PupilSearch named = PupilSearch.of(text);
    parameters.putAll(named.parameters());
    parameters.putAll(scope.parameters());
    parameters.put(
        "said", "%" + text.strip().toLowerCase(Locale.UK).replaceAll("[!%_]", "!$0") + "%");
    return "(exists (select 1 from quick_entry_pupil q join pupil p on p.id = q.pupil_id"
        + " left join school_class c on c.id = p.class_id"
        + " where q.entry_id = e.id and "
        + scope.pupils("p")
        + " and "
        + named.condition("p", "c")
        + ") or lower(e.words) like :said escape '!' or lower(e.told_by) like :said escape '!'"
        + " or lower(e.person) like :said escape '!')";
  }

  private List<Entry> those(
      String condition, Map<String, Object> parameters, SchoolId school, Scope scope) {
    return those(condition, NEWEST_FIRST, parameters, school, scope);
  }

  private List<Entry> those(
      String condition,
      String order,
      Map<String, Object> parameters,
      SchoolId school,
      Scope scope) {
    if (!scope.seesWholeSchool(school)) {
      return List.of();
    }
    StatementSpec asked =
        jdbc.sql(SELECT + "e.school_id = :school and " + condition + order)
            .param("school", school.value())
            .params(parameters);
    List<Entry> bare = asked.query(EntryRows::entry).list();
    Map<EntryId, List<About>> about = about(bare, scope);
    return bare.stream()
        .map(
            entry ->
                new Entry(
                    entry.id(),
                    entry.school(),
                    entry.said(),
                    about.getOrDefault(entry.id(), List.of()),
                    entry.by(),
                    entry.at(),
                    entry.done()))
        .toList();
  }

  private Map<EntryId, List<About>> about(List<Entry> entries, Scope scope) {
    if (entries.isEmpty()) {
      return Map.of();
    }
    record Row(EntryId entry, About about) {}
    return jdbc
        .sql(
            "select q.* from quick_entry_pupil q join pupil p on p.id = q.pupil_id"
                + " where q.entry_id in (:entries) and "
                + scope.pupils("p")
                + " order by q.entry_id, q.position")
        .param("entries", entries.stream().map(entry -> entry.id().value()).toList())
        .params(scope.parameters())
        .query(
            (row, n) ->
                new Row(
                    new EntryId(row.getLong("entry_id")),
                    new About(
                        new PupilId(row.getLong("pupil_id")),
                        row.getString("code"),
                        row.getString("outcome"))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(Row::entry, Collectors.mapping(Row::about, Collectors.toList())));
  }

  private static Object begins(LocalDate day) {
    return day.atStartOfDay(SchoolCalendar.ZONE).toInstant().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
