package uk.attendance.quickentry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.pupil.ContactId;
import uk.attendance.pupil.PupilId;
import uk.attendance.register.Author;
import uk.attendance.school.SchoolId;

/**
 * What the office wrote down, and what became of it in the register. Never changed.
 *
 * @param about the pupils that the reader may see, the one it was entered for first
 * @param done a message that was passed on or dealt with; null for one that was not
 */
public record Entry(
    EntryId id,
    SchoolId school,
    Said said,
    List<About> about,
    Author by,
    Instant at,
    @Nullable Done done) {

  public Entry {
    about = List.copyOf(about);
  }

  public EntryKind kind() {
    return said.kind();
  }

  /** Of the pupil; empty where the entry is not about this one. */
  public Optional<About> about(PupilId pupil) {
    return about.stream().filter(one -> one.pupil().equals(pupil)).findFirst();
  }

  /** Everything that was said. */
  public record Said(EntryKind kind, When when, Teller teller, What what) {}

  /**
   * @param at when it was told, when the child went out, left or arrived
   * @param until when the child is expected back from an appointment
   */
  public record When(
      LocalDate first, LocalDate last, @Nullable LocalTime at, @Nullable LocalTime until) {

    public static When on(LocalDate day, @Nullable LocalTime at) {
      return new When(day, day, at, null);
    }
  }

  /**
   * Who told the school, or allowed it.
   *
   * @param contact null for somebody who is no contact of the pupil
   * @param words name and what they are to the child, as it was then
   */
  public record Teller(@Nullable ContactId contact, @Nullable String words, @Nullable Way way) {

    public static final Teller NOBODY = new Teller(null, null, null);
  }

  /**
   * @param evidence null where none was asked about
   * @param person who came along, collected the child, or whom a message is for
   * @param decidedBy who sent the child home
   * @param coded false where N stays until a person has decided
   */
  public record What(
      @Nullable Reason reason,
      String words,
      @Nullable LocalDate expectedReturn,
      @Nullable Evidence evidence,
      @Nullable String person,
      @Nullable String decidedBy,
      boolean coded,
      @Nullable Integer minutesLate) {}

  /**
   * One pupil of an entry.
   *
   * @param code what the register takes; null where no mark follows
   * @param outcome what became of it in the register, in words
   */
  public record About(PupilId pupil, @Nullable String code, String outcome) {}

  /** Who dealt with a message, and when. */
  public record Done(Author by, Instant at) {}
}
