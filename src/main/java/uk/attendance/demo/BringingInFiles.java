package uk.attendance.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.file.SchoolFile;
import uk.attendance.pupil.ImportingContacts;
import uk.attendance.pupil.ImportingPupils;
import uk.attendance.pupil.PeopleImport;
import uk.attendance.register.Author;
import uk.attendance.register.ImportState;
import uk.attendance.register.ImportingMarks;
import uk.attendance.register.RegisterImport;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.CalendarFile;
import uk.attendance.school.Calendars;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.SchoolId;
import uk.attendance.school.TermsFile;

/** Hands a made-up school's files to the same importers that a real school's files go to. */
@Component
@Profile("demo")
class BringingInFiles {

  private static final Logger log = LoggerFactory.getLogger(BringingInFiles.class);

  private final Calendars calendars;
  private final ChangingCalendar changing;
  private final ImportingPupils pupils;
  private final ImportingContacts contacts;
  private final ImportingMarks marks;

  BringingInFiles(
      Calendars calendars,
      ChangingCalendar changing,
      ImportingPupils pupils,
      ImportingContacts contacts,
      ImportingMarks marks) {
    this.calendars = calendars;
    this.changing = changing;
    this.pupils = pupils;
    this.contacts = contacts;
    this.marks = marks;
  }

  void terms(SchoolId school, String csv, MadeUpStaff.Member by) {
    change(school, TermsFile.read(source(csv)).edit(), by);
  }

  void calendar(SchoolId school, String csv, MadeUpStaff.Member by) {
    var before = calendars.of(school);
    change(school, CalendarFile.read(source(csv), before).edit(before), by);
  }

  private void change(SchoolId school, CalendarEdit edit, MadeUpStaff.Member by) {
    changing.change(school, edit, changing.preview(school, edit).version(), by.nameAndTitle());
  }

  void pupils(SchoolId school, String csv, MadeUpStaff.Member by) {
    warnOfRejects(pupils.bringIn(school, "pupils.csv", source(csv), by.nameAndTitle()));
  }

  void contacts(SchoolId school, String csv, MadeUpStaff.Member by) {
    warnOfRejects(contacts.bringIn(school, "contacts.csv", source(csv), by.nameAndTitle()));
  }

  /**
   * @param morning on which the school's system wrote the file
   */
  void attendance(SchoolId school, String csv, LocalDate morning, MadeUpStaff.Member by) {
    RegisterImport file =
        marks.bringIn(
            school,
            "attendance.csv",
            source(csv),
            DemoClock.morningOf(morning),
            new Author(by.name(), by.role().words()),
            true);
    if (file.state() != ImportState.APPLIED || file.counts().rejected() > 0) {
      log.warn(
          "demonstration: register file {} of school {} is {}, {} marks were refused",
          file.id(),
          school,
          file.state().words(),
          file.counts().rejected());
    }
  }

  private static void warnOfRejects(PeopleImport file) {
    if (file.rejected() > 0) {
      log.warn(
          "demonstration: {} of {} rows of {} were refused at school {}",
          file.rejected(),
          file.rows(),
          file.fileName(),
          file.school());
    }
  }

  static SchoolFile.Source source(String csv) {
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }
}
