package uk.attendance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row per pupil and week, Monday morning to Friday afternoon. */
final class WideAttendance implements AttendanceFile {

  private final Csv csv =
      new Csv(
          "admission_no",
          "week_commencing",
          "MonAM",
          "MonPM",
          "TueAM",
          "TuePM",
          "WedAM",
          "WedPM",
          "ThuAM",
          "ThuPM",
          "FriAM",
          "FriPM");
  private String pupil = "";
  private @Nullable LocalDate monday;
  private final String[] codes = new String[10];

  @Override
  public void add(String admissionNo, LocalDate date, int session, Entry entry, int schoolDays) {
    LocalDate week = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (!admissionNo.equals(pupil) || !week.equals(monday)) {
      endRow();
      pupil = admissionNo;
      monday = week;
    }
    codes[(date.getDayOfWeek().getValue() - 1) * 2 + session] = entry.after(schoolDays);
  }

  @Override
  public String text() {
    endRow();
    monday = null;
    return csv.text();
  }

  private void endRow() {
    if (monday != null) {
      csv.row(Stream.concat(Stream.of(pupil, monday), Arrays.stream(codes)).toArray());
    }
    Arrays.fill(codes, "");
  }
}
