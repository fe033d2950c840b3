package uk.attendance.firstday;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import uk.attendance.casefile.CaseFiles;
import uk.attendance.casefile.Holds;
import uk.attendance.letter.Messages;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.register.Marks;
import uk.attendance.school.SchoolId;

/** What a register close asks of each pupil, read for all pupils of one look at once. */
@Component
class ReadingAhead {

  private final Pupils pupils;
  private final Contacts contacts;
  private final Marks marks;
  private final CaseFiles cases;
  private final Holds holds;
  private final Explanations explanations;
  private final Messages messages;
  private final FirstDayRules rules;

  ReadingAhead(
      Pupils pupils,
      Contacts contacts,
      Marks marks,
      CaseFiles cases,
      Holds holds,
      Explanations explanations,
      Messages messages,
      FirstDayRules rules) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.marks = marks;
    this.cases = cases;
    this.holds = holds;
    this.explanations = explanations;
    this.messages = messages;
    this.rules = rules;
  }

  void read(List<PupilId> all, SchoolId school) {
    LocalDate today = rules.today();
    if (!rules.calendar(school).covers(today)) {
      return;
    }
    pupils.lookAhead(all, school);
    contacts.lookAhead(all, school);
    marks.lookAhead(all, rules.calendar(school).schoolYear(today).first(), today, school);
    cases.lookAhead(all);
    holds.lookAhead(all, school);
    explanations.lookAhead(all);
    messages.lookAhead(all, today);
  }
}
