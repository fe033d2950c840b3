package uk.attendance.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.policy.PackVersion;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Slice;
import uk.attendance.school.SchoolId;

/** All cases, open and closed. What takes no scope is for the program's own work. */
@Component
public class CaseFiles {

  private static final String SELECT = "select c.* from case_file c ";

  private final JdbcClient jdbc;

  public CaseFiles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<CaseFile> find(CaseId id) {
    return inHand(hand -> hand.find(id)).or(() -> read(id));
  }

  private static <T> Optional<T> inHand(Function<CasesInHand, Optional<T>> question) {
    return CasesInHand.now().flatMap(question);
  }

  /** The cases of a pupil who had none when this look began. */
  private static Optional<List<CaseFile>> inHand(PupilId pupil) {
    return inHand(hand -> hand.of(pupil));
  }

  /** Whether it was opened in this look: nobody can have answered or said anything of it yet. */
  public static boolean isNew(CaseId id) {
    return inHand(hand -> hand.find(id)).isPresent();
  }

  /** Finds out for one look who of many pupils has no case, open or closed. */
  public void lookAhead(Collection<PupilId> pupils) {
    List<Long> ids = pupils.stream().map(PupilId::value).toList();
    Set<Long> some =
        new HashSet<>(
            jdbc.sql("select distinct pupil_id from case_file where pupil_id in (:pupils)")
                .param("pupils", ids)
                .query(Long.class)
                .list());
    CasesInHand.now()
        .ifPresent(
            hand ->
                hand.haveNone(
                    pupils.stream().filter(pupil -> !some.contains(pupil.value())).toList()));
  }

  private Optional<CaseFile> read(CaseId id) {
    return one("where c.id = :id", Map.of("id", id.value()));
  }

  /**
   * @throws IllegalArgumentException when there is no such case
   */
  public CaseFile get(CaseId id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no case has the id " + id));
  }

  /** Empty when there is no such case or its pupil is out of scope: nobody can tell which. */
  public Optional<CaseFile> find(CaseId id, Scope scope) {
    return jdbc.sql(
            SELECT + "join pupil p on p.id = c.pupil_id where c.id = :id and " + scope.pupils("p"))
        .param("id", id.value())
        .params(scope.parameters())
        .query(CaseFiles::caseFile)
        .optional();
  }

  /** The case of a task, open or done. */
  public Optional<CaseFile> find(TaskId task) {
    return one(
        "join case_deadline d on d.case_id = c.id where d.task_id = :task",
        Map.of("task", task.value()));
  }

  public Optional<CaseFile> byInstance(String instance) {
    return inHand(hand -> hand.find(instance))
        .or(() -> one("where c.instance_id = :instance", Map.of("instance", instance)));
  }

  public Optional<CaseFile> openOf(String process, String cause, PupilId pupil) {
    return inHand(pupil)
        .map(
            all ->
                all.stream()
                    .filter(one -> one.process().equals(process) && one.cause().equals(cause))
                    .filter(CaseFile::isOpen)
                    .findFirst())
        .orElseGet(() -> readOpen(process, cause, pupil));
  }

  private Optional<CaseFile> readOpen(String process, String cause, PupilId pupil) {
    return one(
        "where c.process = :process and c.cause = :cause and c.pupil_id = :pupil"
            + " and c.closed_at is null",
        Map.of("process", process, "cause", cause, "pupil", pupil.value()));
  }

  /** All open cases of a pupil, the oldest first. */
  public List<CaseFile> openOf(PupilId pupil) {
    return jdbc.sql(SELECT + "where c.pupil_id = :pupil and c.closed_at is null order by c.id")
        .param("pupil", pupil.value())
        .query(CaseFiles::caseFile)
        .list();
  }

  /** The newest case of a process, open or closed. */
  public Optional<CaseFile> newestOf(String process, PupilId pupil) {
    return one(
        "where c.process = :process and c.pupil_id = :pupil"
            + " order by c.started_on desc, c.id desc fetch first 1 row only",
        Map.of("process", process, "pupil", pupil.value()));
  }

  /** A pupil's cases, the newest first. */
  public List<CaseFile> of(PupilId pupil, Scope scope) {
    return scope
        .ofTheSystemAt()
        .flatMap(school -> inHand(pupil))
        .orElseGet(() -> read(pupil, scope));
  }

  private List<CaseFile> read(PupilId pupil, Scope scope) {
    return jdbc.sql(
            SELECT
                + "join pupil p on p.id = c.pupil_id where c.pupil_id = :pupil and "
                + scope.pupils("p")
                + " order by c.opened_at desc, c.id desc")
        .param("pupil", pupil.value())
        .params(scope.parameters())
        .query(CaseFiles::caseFile)
        .list();
  }

  /**
   * A page of a school's cases, the newest first.
   *
   * @param open whether open or closed ones
   * @param process its key; null for all
   * @param after the last case of the page before; null for the first page
   */
  public Slice<CaseFile> page(
      SchoolId school,
      boolean open,
      @Nullable String process,
      @Nullable CaseId after,
      int limit,
      Scope scope) {
    String condition =
        "join pupil p on p.id = c.pupil_id where c.school_id = :school and c.closed_at is "
            + (open ? "null" : "not null")
            + (process == null ? "" : " and c.process = :process")
            + (after == null ? "" : " and c.id < :after");
    return Slice.of(
        jdbc.sql(
                SELECT
                    + condition
                    + " and "
                    + scope.pupils("p")
                    + " order by c.id desc fetch first :limit rows only")
            .param("school", school.value())
            .param("process", process)
            .param("after", after == null ? null : after.value())
            .param("limit", limit + 1)
            .params(scope.parameters())
            .query(CaseFiles::caseFile)
            .list(),
        limit);
  }

  /** Keys of the processes that a school ever had cases of, in order. */
  public List<String> processesOf(SchoolId school) {
    return jdbc.sql("select distinct process from case_file where school_id = :school order by 1")
        .param("school", school.value())
        .query(String.class)
        .list();
  }

  private Optional<CaseFile> one(String condition, Map<String, ?> parameters) {
    return jdbc.sql(SELECT + condition).params(parameters).query(CaseFiles::caseFile).optional();
  }

  private static CaseFile caseFile(ResultSet row, int n) throws SQLException {
    return new CaseFile(
        new CaseId(row.getLong("id")),
        row.getString("process"),
        row.getString("cause"),
        row.getString("business_key"),
        new SchoolId(row.getString("school_id")),
        new PupilId(row.getLong("pupil_id")),
        new PackVersion(row.getString("policy_pack"), row.getString("policy_version")),
        row.getObject("started_on", LocalDate.class),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getString("instance_id"),
        row.getString("definition_id"),
        instant(row.getObject("closed_at", OffsetDateTime.class)),
        row.getString("outcome"));
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
    return at == null ? null : at.toInstant();
  }
}
