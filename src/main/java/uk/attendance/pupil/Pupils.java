package uk.attendance.pupil;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.school.ClassId;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;

/** The pupils of the schools and classes in a person's scope; there is no way round the scope. */
@Component
public class Pupils {

  private static final String SELECT = "select " + PupilRows.COLUMNS + PupilRows.FROM;
  private static final String BY_NAME = " order by p.last_name, p.first_name, p.id";

  private final JdbcClient jdbc;

  public Pupils(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Empty when there is no such pupil or it is out of scope: nobody can tell which. */
  public Optional<Pupil> byId(PupilId id, Scope scope) {
    return scope
        .ofTheSystemAt()
        .map(school -> OneLook.once(new Seen(id, school), () -> read(id, scope)))
        .orElseGet(() -> read(id, scope));
  }

  private record Seen(PupilId id, SchoolId school) {}

  /** Reads many for one look. */
  public void lookAhead(Collection<PupilId> ids, SchoolId school) {
    byIds(ids, Scope.ofTheSystem(school))
        .forEach(pupil -> OneLook.know(new Seen(pupil.id(), school), Optional.of(pupil)));
  }

  private Optional<Pupil> read(PupilId id, Scope scope) {
    return those("p.id = :id", Map.of("id", id.value()), "", scope).stream().findFirst();
  }

  public List<Pupil> byIds(Collection<PupilId> ids, Scope scope) {
    return ids.isEmpty()
        ? List.of()
        : those(
            "p.id in (:ids)",
            Map.of("ids", ids.stream().map(PupilId::value).toList()),
            BY_NAME,
            scope);
  }

  public Optional<Pupil> byAdmissionNo(SchoolId school, String admissionNo, Scope scope) {
    return those(
            "p.school_id = :school and p.admission_no = :admissionNo",
            Map.of("school", school.value(), "admissionNo", admissionNo),
            "",
            scope)
        .stream()
        .findFirst();
  }

  /** On roll that day, by name. */
  public List<Pupil> ofClass(ClassId id, LocalDate on, Scope scope) {
    return matching(PupilSearch.of("").in(id).onRoll(on), scope);
  }

  /** On roll that day, by name. */
  public List<Pupil> ofSchool(SchoolId school, LocalDate on, Scope scope) {
    return matching(PupilSearch.of("").at(school).onRoll(on), scope);
  }

  /** Everybody who ever stood on the roll, leavers too. */
  List<Pupil> everOf(SchoolId school, Scope scope) {
    return matching(PupilSearch.of("").at(school), scope);
  }

  private List<Pupil> matching(PupilSearch search, Scope scope) {
    return those(search.condition("p", "c"), search.parameters(), BY_NAME, scope);
  }

  /**
   * One page, by name.
   *
   * @param after the last pupil of the page before; null for the first page
   */
  public Slice<Pupil> search(PupilSearch search, @Nullable PupilId after, int limit, Scope scope) {
    Map<String, Object> parameters = new HashMap<>(search.parameters());
    String condition = search.condition("p", "c");
    Optional<Pupil> last = Optional.ofNullable(after).flatMap(id -> byId(id, scope));
    if (last.isPresent()) {
      condition += " and (p.last_name, p.first_name, p.id) > (:afterLast, :afterFirst, :afterId)";
      parameters.put("afterLast", last.get().lastName());
      parameters.put("afterFirst", last.get().firstName());
      parameters.put("afterId", last.get().id().value());
    }
    parameters.put("limit", limit + 1);
    return Slice.of(
        those(condition, parameters, BY_NAME + " fetch first :limit rows only", scope), limit);
  }

  /**
   * Brothers and sisters at the same school: the same family, or a parent in common who may be
   * contacted about both. A childminder in common makes nobody a sibling.
   */
  public List<Pupil> siblings(Pupil pupil, LocalDate on, Scope scope) {
    return those(
        """
        p.id <> :id and p.school_id = :school
        and p.entry_date <= :day and (p.leaving_date is null or p.leaving_date >= :day)
        and (p.family = :family or exists (
          select 1 from pupil_contact mine
          join pupil_contact theirs on theirs.contact_id = mine.contact_id
          where mine.pupil_id = :id and theirs.pupil_id = p.id
            and (mine.parental_responsibility or mine.lives_with) and not mine.no_contact
            and (theirs.parental_responsibility or theirs.lives_with) and not theirs.no_contact))""",
        Map.of(
            "id",
            pupil.id().value(),
            "school",
            pupil.school().value(),
            "day",
            on,
            "family",
            pupil.family() == null ? "" : pupil.family()),
        " order by p.dob, p.id",
        scope);
  }

  /**
   * Pupils on roll whom fewer contacts than wanted can be rung about (LB-D4, RT-D5).
   *
   * @param wanted emergency contacts that each pupil should have
   */
  public List<Pupil> withFewerContacts(SchoolId school, int wanted, LocalDate on, Scope scope) {
    Map<String, Object> parameters =
        new HashMap<>(PupilSearch.of("").at(school).onRoll(on).parameters());
    parameters.put("wanted", wanted);
    return those(
        PupilSearch.of("").at(school).onRoll(on).condition("p", "c")
            + """
               and (select count(*) from pupil_contact pc join contact k on k.id = pc.contact_id
                 where pc.pupil_id = p.id and not pc.no_contact
                   and (k.mobile is not null or k.phone is not null)) < :wanted""",
        parameters,
        BY_NAME,
        scope);
  }

  private List<Pupil> those(
      String condition, Map<String, Object> parameters, String order, Scope scope) {
    return jdbc.sql(SELECT + " where " + scope.pupils("p") + " and " + condition + order)
        .params(scope.parameters())
        .params(parameters)
        .query(new PupilRows(scope))
        .list();
  }
}
