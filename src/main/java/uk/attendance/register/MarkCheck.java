package uk.attendance.register;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.SchoolDates;
import uk.attendance.policy.CodeClass;
import uk.attendance.policy.CodeKind;
import uk.attendance.policy.RegisterCode;
import uk.attendance.policy.RegisterCodes;
import uk.attendance.register.Checked.Rejected;
import uk.attendance.register.Checked.Taken;
import uk.attendance.register.FileRow.Cell;
import uk.attendance.register.Roll.OnRoll;
import uk.attendance.school.School;
import uk.attendance.school.SchoolCalendar;
import uk.attendance.school.Session;

/**
 * Holds one row of a register file after another to the codes, the roll and the calendar. Whatever
 * is wrong is said in a sentence; nothing is guessed.
 */
final class MarkCheck {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final int MINUTES_OF_A_DAY = 24 * 60;
  private static final int NOTE = 400;

  private final School school;
  private final Roll roll;
  private final RegisterCodes codes;
  private final SchoolCalendar calendar;
  private final Spelling spelling;
  private final Instant exportedAt;
  private final Instant now;
  private final LocalDate today;
  private final Map<String, Optional<LocalDate>> days = new HashMap<>();

  MarkCheck(
      School school,
      Roll roll,
      RegisterCodes codes,
      SchoolCalendar calendar,
      Spelling spelling,
      Instant exportedAt,
      Instant now) {
    this.school = school;
    this.roll = roll;
    this.codes = codes;
    this.calendar = calendar;
    this.spelling = spelling;
    this.exportedAt = exportedAt;
    this.now = now;
    this.today = SchoolCalendar.dayOf(now);
  }

  /** The pupil and day of a row, or why it cannot be taken at all. */
  record Head(@Nullable OnRoll pupil, @Nullable LocalDate day, @Nullable String rejected) {

    private static Head rejected(String reason) {
      return new Head(null, null, reason);
    }
  }

  Head head(FileRow row, boolean byWeek) {
    if (!row.school().isEmpty()
        && !row.school().equalsIgnoreCase(school.name())
        && !row.school().equalsIgnoreCase(school.id().value())) {
      return Head.rejected(
          "The row is of school “%s”; the file was brought in for %s."
              .formatted(row.school(), school.name()));
    }
    OnRoll byNumber = row.admissionNo().isEmpty() ? null : roll.byAdmissionNo(row.admissionNo());
    OnRoll byUpn = row.upn().isEmpty() ? null : roll.byUpn(row.upn());
    String unknown = unknownPupil(row, byNumber, byUpn);
    if (unknown != null) {
      return Head.rejected(unknown);
    }
    Optional<LocalDate> day = day(row.day());
    if (day.isEmpty()) {
      return Head.rejected(
          "“%s” is no date; dates are written 03/11/2025 or 2025-11-03.".formatted(row.day()));
    }
    if (byWeek && day.get().getDayOfWeek() != DayOfWeek.MONDAY) {
      return Head.rejected(
          "The week is said to begin on %s, which is no Monday.".formatted(DAY.format(day.get())));
    }
    return new Head(byNumber == null ? byUpn : byNumber, day.get(), null);
  }

  private static @Nullable String unknownPupil(
      FileRow row, @Nullable OnRoll byNumber, @Nullable OnRoll byUpn) {
    if (row.admissionNo().isEmpty() && row.upn().isEmpty()) {
      return "The row names no pupil: an admission number or a UPN is needed.";
    }
    if (byNumber == null && !row.admissionNo().isEmpty()) {
      return "No pupil of this school has admission number “%s”.".formatted(row.admissionNo());
    }
    if (byNumber == null && byUpn == null) {
      return "No pupil of this school has UPN “%s”.".formatted(row.upn());
    }
    if (byNumber != null && byUpn != null && byNumber.pupil() != byUpn.pupil()) {
      return "Admission number “%s” and UPN “%s” belong to two different pupils."
          .formatted(row.admissionNo(), row.upn());
    }
    return null;
  }

  /** One mark of a row whose pupil and day are known. */
  Checked check(int line, Cell cell, OnRoll pupil, LocalDate rowDay) {
    Session session = session(cell.session());
    if (session == null) {
      return new Rejected("“%s” is no session; needed is AM or PM.".formatted(cell.session()));
    }
    LocalDate day = rowDay.plusDays(cell.daysLater());
    String written = cell.code();
    String code = spelling.code(written, session);
    boolean blank = code.equals(Marks.NONE);
    if (blank && (day.isAfter(today) || !calendar.covers(day) || !pupil.isOn(day))) {
      return Checked.NOTHING;
    }
    if (day.isAfter(today)) {
      return new Rejected(
          "%s lies in the future: today is %s.".formatted(DAY.format(day), DAY.format(today)));
    }
    RegisterCode inUse = blank ? null : codes.find(code, day).orElse(null);
    String refused = blank ? null : refusal(written, code, inUse, pupil, day, session);
    if (refused != null) {
      return new Rejected(refused);
    }
    return taken(line, cell, pupil, day, session, code, inUse);
  }

  private Checked taken(
      int line,
      Cell cell,
      OnRoll pupil,
      LocalDate day,
      Session session,
      String code,
      @Nullable RegisterCode inUse) {
    Integer minutes = null;
    if (!cell.minutesLate().isEmpty()) {
      minutes = minutes(cell.minutesLate());
      if (minutes == null) {
        return new Rejected(
            "“%s” minutes late: a whole number of minutes is needed."
                .formatted(cell.minutesLate()));
      }
    }
    Instant markedAt = exportedAt;
    if (!cell.markedAt().isEmpty()) {
      Optional<Instant> said = MarkTimes.read(cell.markedAt());
      if (said.isEmpty() || said.get().isAfter(now)) {
        return new Rejected(
            said.isEmpty()
                ? "“%s” is no time; times are written 03/11/2025 09:05 or 2025-11-03T09:05."
                    .formatted(cell.markedAt())
                : "The mark is said to be made at %s, which lies in the future."
                    .formatted(cell.markedAt()));
      }
      markedAt = said.get();
    }
    return new Taken(
        new StagedMark(
            line,
            pupil.pupil(),
            day,
            session,
            code,
            inUse != null && !inUse.is(CodeKind.UNEXPLAINED),
            minutes,
            note(cell.comment()),
            markedAt,
            !cell.markedAt().isEmpty()));
  }

  private @Nullable String refusal(
      String written,
      String code,
      @Nullable RegisterCode inUse,
      OnRoll pupil,
      LocalDate day,
      Session session) {
    if (inUse == null) {
      return unknownCode(written, code, day);
    }
    if (inUse.codeClass() != CodeClass.ADMINISTRATIVE && !pupil.isOn(day)) {
      LocalDate left = pupil.left();
      return day.isBefore(pupil.entered())
          ? "The pupil was not on roll on %s: the entry date is %s."
              .formatted(DAY.format(day), DAY.format(pupil.entered()))
          : "The pupil was not on roll on %s: the last day was %s."
              .formatted(DAY.format(day), left == null ? "not known" : DAY.format(left));
    }
    if (!calendar.covers(day)) {
      return "The school's calendar does not know %s: enter the terms of that school year first."
          .formatted(DAY.format(day));
    }
    if (inUse.codeClass().isPossible() && !calendar.isOpen(day, session)) {
      return "The school was closed in the %s of %s%s; code %s says that it was open."
          .formatted(
              session.words(),
              DAY.format(day),
              calendar.closedDay(day).map(closed -> " (" + closed.words() + ")").orElse(""),
              code);
    }
    return null;
  }

  private String unknownCode(String written, String code, LocalDate day) {
    List<RegisterCode> atOtherTimes =
        codes.all().stream().filter(candidate -> candidate.code().equals(code)).toList();
    for (RegisterCode other : atOtherTimes) {
      LocalDate until = other.until();
      LocalDate from = other.from();
      if (until != null && day.isAfter(until)) {
        return "Code %s was retired: it stands in marks up to %s only, and this one is of %s."
            .formatted(code, DAY.format(until), DAY.format(day));
      }
      if (from != null && day.isBefore(from)) {
        return "Code %s is in use from %s on, and this mark is of %s."
            .formatted(code, DAY.format(from), DAY.format(day));
      }
    }
    return "“%s” is no register code. If it is one of your system's own, say under “Columns and codes” what it stands for."
        .formatted(written);
  }

  private Optional<LocalDate> day(String text) {
    Optional<LocalDate> day = days.get(text);
    if (day == null) {
      day = SchoolDates.read(text);
      if (days.size() < 1000) {
        days.put(text, day);
      }
    }
    return day;
  }

  static @Nullable Session session(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "AM", "MORNING" -> Session.AM;
      case "PM", "AFTERNOON" -> Session.PM;
      default -> null;
    };
  }

  private static @Nullable Integer minutes(String text) {
    if (!text.matches("\\d{1,4}")) {
      return null;
    }
    int minutes = Integer.parseInt(text);
    return minutes < MINUTES_OF_A_DAY ? minutes : null;
  }

  private static @Nullable String note(String comment) {
    if (comment.isEmpty()) {
      return null;
    }
    return comment.length() <= NOTE ? comment : comment.substring(0, NOTE - 1) + "…";
  }
}
