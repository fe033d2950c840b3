package uk.attendance.leave;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contact;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.PhoneNumber;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.school.SchoolId;

/** Finds contacts of a school by what they type of themselves, and the children they stand for. */
@Component
class ContactsByAddress {

  private final JdbcClient jdbc;
  private final Pupils pupils;
  private final Contacts contacts;

  ContactsByAddress(JdbcClient jdbc, Pupils pupils, Contacts contacts) {
    this.jdbc = jdbc;
    this.pupils = pupils;
    this.contacts = contacts;
  }

  /**
   * A contact of a child on roll, who may be contacted about it, and whose e-mail address or mobile
   * number on file is the one typed.
   */
  List<Contact> matching(SchoolId school, String typed, LocalDate on) {
    String email = typed.strip().toLowerCase(Locale.ROOT);
    Optional<String> number = number(typed);
    Map<ContactId, Contact> found = new LinkedHashMap<>();
    for (PupilId pupil : pupilsWithContacts(school, email, number.isPresent(), on)) {
      contacts.of(pupil, Scope.ofTheSystem(school)).all().stream()
          .filter(
              one ->
                  (one.mayBeEmailed() && email.equalsIgnoreCase(one.email()))
                      || (number.isPresent() && one.textNumber().equals(number)))
          .forEach(one -> found.putIfAbsent(one.id(), one));
    }
    return List.copyOf(found.values());
  }

  private static Optional<String> number(String typed) {
    try {
      return new PhoneNumber(typed.strip()).forTexting();
    } catch (IllegalArgumentException noNumber) {
      return Optional.empty();
    }
  }

  private List<PupilId> pupilsWithContacts(
      SchoolId school, String email, boolean byNumber, LocalDate on) {
    Scope scope = Scope.ofTheSystem(school);
    return jdbc.sql(
            """
            select distinct p.id from pupil p
            join pupil_contact pc on pc.pupil_id = p.id join contact k on k.id = pc.contact_id
            where p.entry_date <= :day and (p.leaving_date is null or p.leaving_date >= :day)
              and not pc.no_contact
              and (lower(k.email) = :email or (:byNumber and k.mobile is not null)) and\s"""
                + scope.pupils("p"))
        .params(scope.parameters())
        .param("day", on)
        .param("email", email)
        .param("byNumber", byNumber)
        .query((row, n) -> new PupilId(row.getLong("id")))
        .list();
  }

  /** Children on roll whom the contact may be told about, the eldest first. */
  List<Pupil> children(SchoolId school, ContactId contact, LocalDate on) {
    Scope scope = Scope.ofTheSystem(school);
    List<PupilId> ids =
        jdbc.sql(
                """
                select p.id from pupil p join pupil_contact pc on pc.pupil_id = p.id
                where pc.contact_id = :contact and not pc.no_contact
                  and p.entry_date <= :day and (p.leaving_date is null or p.leaving_date >= :day)
                  and\s"""
                    + scope.pupils("p"))
            .params(scope.parameters())
            .param("contact", contact.value())
            .param("day", on)
            .query((row, n) -> new PupilId(row.getLong("id")))
            .list();
    return pupils.byIds(ids, scope).stream()
        .sorted(java.util.Comparator.comparing(Pupil::dob).thenComparing(Pupil::firstName))
        .toList();
  }

  /** The contact as one of a child's; empty where it is none any more. */
  Optional<Contact> of(SchoolId school, PupilId child, ContactId contact) {
    return contacts.of(child, Scope.ofTheSystem(school)).all().stream()
        .filter(one -> one.id().equals(contact))
        .findFirst();
  }
}
