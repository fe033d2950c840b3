package uk.attendance.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.attendance.file.Csv;

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
  public void add(FileMark mark) {
    LocalDate week = mark.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    if (!mark.admissionNo().equals(pupil) || !week.equals(monday)) {
      endRow();
      pupil = mark.admissionNo();
      monday = week;
    }
    int day = mark.date().getDayOfWeek().getValue() - 1;
    codes[day * 2 + mark.session().ordinal()] = mark.code();
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
