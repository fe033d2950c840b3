package uk.attendance.pupil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.school.OneLook;
import uk.attendance.school.SchoolId;

/** Whom the schools may contact about their pupils, within a person's scope. */
@Component
public class Contacts {

  private final JdbcClient jdbc;

  public Contacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public ContactsOfPupil of(PupilId pupil, Scope scope) {
    return scope
        .ofTheSystemAt()
        .map(school -> OneLook.once(new Seen(pupil, school), () -> read(pupil, scope)))
        .orElseGet(() -> read(pupil, scope));
  }

  private record Seen(PupilId pupil, SchoolId school) {}

  /** Reads those of many pupils for one look. */
  public void lookAhead(Collection<PupilId> pupils, SchoolId school) {
    Map<PupilId, ContactsOfPupil> found = of(pupils, Scope.ofTheSystem(school));
    pupils.forEach(
        pupil ->
            OneLook.know(
                new Seen(pupil, school),
                found.getOrDefault(pupil, new ContactsOfPupil(List.of()))));
  }

  private ContactsOfPupil read(PupilId pupil, Scope scope) {
    return of(Set.of(pupil), scope).getOrDefault(pupil, new ContactsOfPupil(List.of()));
  }

  /** One query for many pupils; a pupil without contacts, or out of scope, is not in the map. */
  public Map<PupilId, ContactsOfPupil> of(Collection<PupilId> pupils, Scope scope) {
    if (pupils.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            select p.id as pupil_id, k.id, k.contact_id, k.title, k.first_name, k.last_name,
              pc.relationship, k.mobile, k.phone, k.email, k.address_1, k.address_2, k.address_3,
              k.address_4, k.postcode, pc.priority, pc.parental_responsibility, pc.lives_with,
              pc.no_contact, k.do_not_text, k.language, k.preferred_channel
            from pupil p
            join pupil_contact pc on pc.pupil_id = p.id
            join contact k on k.id = pc.contact_id
            where p.id in (:pupils) and\s"""
                + scope.pupils("p")
                + " order by p.id, pc.priority, k.id")
        .params(scope.parameters())
        .param("pupils", pupils.stream().map(PupilId::value).toList())
        .query((row, number) -> contact(row))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Contact::pupil,
                LinkedHashMap::new,
                Collectors.collectingAndThen(Collectors.toList(), ContactsOfPupil::new)));
  }

  private static Contact contact(ResultSet row) throws SQLException {
    String preferred = row.getString("preferred_channel");
    return new Contact(
        new ContactId(row.getLong("id")),
        new PupilId(row.getLong("pupil_id")),
        row.getString("contact_id"),
        row.getString("title"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("relationship"),
        number(row.getString("mobile")),
        number(row.getString("phone")),
        row.getString("email"),
        Stream.of(
                text(row, "address_1"),
                text(row, "address_2"),
                text(row, "address_3"),
                text(row, "address_4"))
            .filter(line -> !line.isBlank())
            .toList(),
        row.getString("postcode"),
        new ContactRules(
            row.getInt("priority"),
            row.getBoolean("parental_responsibility"),
            row.getBoolean("lives_with"),
            row.getBoolean("no_contact"),
            row.getBoolean("do_not_text"),
            row.getString("language"),
            preferred == null ? null : Channel.of(preferred)));
  }

  private static String text(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  private static @Nullable PhoneNumber number(@Nullable String given) {
    return given == null ? null : new PhoneNumber(given);
  }
}
