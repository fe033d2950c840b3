package uk.attendance.quickentry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.ContactId;
import uk.attendance.quickentry.Entry.Done;
import uk.attendance.quickentry.Entry.Said;
import uk.attendance.quickentry.Entry.Teller;
import uk.attendance.quickentry.Entry.What;
import uk.attendance.quickentry.Entry.When;
import uk.attendance.register.Author;
import uk.attendance.school.SchoolId;

/** Reads rows of {@code quick_entry}, without their pupils. */
final class EntryRows {

  private EntryRows() {}

  static Entry entry(ResultSet row, int n) throws SQLException {
    OffsetDateTime doneAt = row.getObject("done_at", OffsetDateTime.class);
    return new Entry(
        new EntryId(row.getLong("id")),
        new SchoolId(row.getString("school_id")),
        new Said(EntryKind.valueOf(row.getString("kind")), when(row), teller(row), what(row)),
        List.of(),
        new Author(row.getString("entered_by"), row.getString("entered_title")),
        row.getObject("entered_at", OffsetDateTime.class).toInstant(),
        doneAt == null
            ? null
            : new Done(
                new Author(row.getString("done_by"), row.getString("done_title")),
                doneAt.toInstant()));
  }

  private static When when(ResultSet row) throws SQLException {
    return new When(
        row.getObject("first_day", LocalDate.class),
        row.getObject("last_day", LocalDate.class),
        row.getObject("at_time", LocalTime.class),
        row.getObject("until_time", LocalTime.class));
  }

  private static Teller teller(ResultSet row) throws SQLException {
    Long contact = row.getObject("contact_id", Long.class);
    return new Teller(
        contact == null ? null : new ContactId(contact),
        row.getString("told_by"),
        value(Way.class, row.getString("way")));
  }

  private static What what(ResultSet row) throws SQLException {
    return new What(
        value(Reason.class, row.getString("reason")),
        row.getString("words"),
        row.getObject("expected_return", LocalDate.class),
        value(Evidence.class, row.getString("evidence")),
        row.getString("person"),
        row.getString("decided_by"),
        row.getBoolean("coded"),
        row.getObject("minutes_late", Integer.class));
  }

  private static <E extends Enum<E>> @Nullable E value(Class<E> type, @Nullable String name) {
    return name == null ? null : Enum.valueOf(type, name);
  }
}
