package uk.attendance.pupil;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import uk.attendance.school.SchoolId;

/** Reads and writes the contacts of a school as an import needs them: all at once. */
@Component
class ContactTable {

  private static final String MERGE_PERSON =
      """
      merge into contact t using (
        select cast(:school as varchar(40)) as school_id, cast(:externalId as varchar(40)) as contact_id,
          cast(:title as varchar(20)) as title, cast(:firstName as varchar(80)) as first_name,
          cast(:lastName as varchar(80)) as last_name, cast(:mobile as varchar(30)) as mobile,
          cast(:phone as varchar(30)) as phone, cast(:email as varchar(254)) as email,
          cast(:address1 as varchar(120)) as address_1, cast(:address2 as varchar(120)) as address_2,
          cast(:address3 as varchar(120)) as address_3, cast(:address4 as varchar(120)) as address_4,
          cast(:postcode as varchar(10)) as postcode, cast(:language as varchar(40)) as language,
          cast(:preferredChannel as varchar(10)) as preferred_channel,
          cast(:doNotText as boolean) as do_not_text
      ) s on (t.school_id = s.school_id and t.contact_id = s.contact_id)
      when matched then update set title = s.title, first_name = s.first_name,
        last_name = s.last_name, mobile = s.mobile, phone = s.phone, email = s.email,
        address_1 = s.address_1, address_2 = s.address_2, address_3 = s.address_3,
        address_4 = s.address_4, postcode = s.postcode, language = s.language,
        preferred_channel = s.preferred_channel, do_not_text = s.do_not_text
      when not matched then insert (school_id, contact_id, title, first_name, last_name, mobile,
        phone, email, address_1, address_2, address_3, address_4, postcode, language,
        preferred_channel, do_not_text)
      values (s.school_id, s.contact_id, s.title, s.first_name, s.last_name, s.mobile,
        s.phone, s.email, s.address_1, s.address_2, s.address_3, s.address_4, s.postcode, s.language,
        s.preferred_channel, s.do_not_text)
      """;

  private static final String MERGE_LINK =
      """
      merge into pupil_contact t using (
        select k.id as contact_id, cast(:pupil as bigint) as pupil_id,
          cast(:relationship as varchar(40)) as relationship, cast(:priority as integer) as priority,
          cast(:parentalResponsibility as boolean) as parental_responsibility,
          cast(:livesWith as boolean) as lives_with, cast(:noContact as boolean) as no_contact
        from contact k
        where k.school_id = cast(:school as varchar(40)) and k.contact_id = :externalId
      ) s on (t.pupil_id = s.pupil_id and t.contact_id = s.contact_id)
      when matched then update set relationship = s.relationship, priority = s.priority,
        parental_responsibility = s.parental_responsibility, lives_with = s.lives_with,
        no_contact = s.no_contact
      when not matched then insert (pupil_id, contact_id, relationship, priority,
        parental_responsibility, lives_with, no_contact)
      values (s.pupil_id, s.contact_id, s.relationship, s.priority, s.parental_responsibility,
        s.lives_with, s.no_contact)
      """;

  private static final String BLOCK =
      """
      update pupil_contact set no_contact = true
      where pupil_id = :pupil and contact_id in (
        select k.id from contact k where k.school_id = :school and k.contact_id = :externalId)
      """;

  private final NamedParameterJdbcTemplate jdbc;

  ContactTable(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  Map<String, ContactRow.Person> persons(SchoolId school) {
    Map<String, ContactRow.Person> persons = new HashMap<>();
    jdbc.query(
        "select * from contact where school_id = :school",
        Map.of("school", school.value()),
        row -> {
          persons.put(row.getString("contact_id"), person(row));
        });
    return persons;
  }

  List<ContactRow.Link> links(SchoolId school) {
    return jdbc.query(
        """
        select pc.*, k.contact_id as external_id from pupil_contact pc
        join contact k on k.id = pc.contact_id where k.school_id = :school
        """,
        Map.of("school", school.value()),
        (row, number) ->
            new ContactRow.Link(
                new PupilId(row.getLong("pupil_id")),
                row.getString("external_id"),
                row.getString("relationship"),
                row.getInt("priority"),
                row.getBoolean("parental_responsibility"),
                row.getBoolean("lives_with"),
                row.getBoolean("no_contact")));
  }

  void write(
      SchoolId school,
      Collection<ContactRow.Person> persons,
      Collection<ContactRow.Link> links,
      Collection<ContactRow.Link> blocked) {
    jdbc.batchUpdate(MERGE_PERSON, batch(persons.stream().map(p -> parameters(school, p))));
    jdbc.batchUpdate(MERGE_LINK, batch(links.stream().map(l -> parameters(school, l))));
    jdbc.batchUpdate(BLOCK, batch(blocked.stream().map(l -> parameters(school, l))));
  }

  private static SqlParameterSource[] batch(Stream<MapSqlParameterSource> rows) {
    return rows.toArray(SqlParameterSource[]::new);
  }

  private static ContactRow.Person person(ResultSet row) throws SQLException {
    return new ContactRow.Person(
        row.getString("contact_id"),
        row.getString("title"),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("mobile"),
        row.getString("phone"),
        row.getString("email"),
        List.of(
            line(row, "address_1"),
            line(row, "address_2"),
            line(row, "address_3"),
            line(row, "address_4")),
        row.getString("postcode"),
        row.getString("language"),
        row.getString("preferred_channel"),
        row.getBoolean("do_not_text"));
  }

  private static String line(ResultSet row, String column) throws SQLException {
    String line = row.getString(column);
    return line == null ? "" : line;
  }

  private static MapSqlParameterSource parameters(SchoolId school, ContactRow.Person person) {
    return new MapSqlParameterSource("school", school.value())
        .addValue("externalId", person.externalId())
        .addValue("title", person.title(), Types.VARCHAR)
        .addValue("firstName", person.firstName())
        .addValue("lastName", person.lastName())
        .addValue("mobile", person.mobile(), Types.VARCHAR)
        .addValue("phone", person.phone(), Types.VARCHAR)
        .addValue("email", person.email(), Types.VARCHAR)
        .addValue("address1", person.address().get(0))
        .addValue("address2", person.address().get(1))
        .addValue("address3", person.address().get(2))
        .addValue("address4", person.address().get(3))
        .addValue("postcode", person.postcode(), Types.VARCHAR)
        .addValue("language", person.language(), Types.VARCHAR)
        .addValue("preferredChannel", person.preferredChannel(), Types.VARCHAR)
        .addValue("doNotText", person.doNotText());
  }

  private static MapSqlParameterSource parameters(SchoolId school, ContactRow.Link link) {
    return new MapSqlParameterSource("school", school.value())
        .addValue("pupil", link.pupil().value())
        .addValue("externalId", link.externalId())
        .addValue("relationship", link.relationship())
        .addValue("priority", link.priority())
        .addValue("parentalResponsibility", link.parentalResponsibility())
        .addValue("livesWith", link.livesWith())
        .addValue("noContact", link.noContact());
  }
}
