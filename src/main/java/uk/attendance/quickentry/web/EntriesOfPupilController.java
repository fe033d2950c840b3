package uk.attendance.quickentry.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.web.PupilHeadings;
import uk.attendance.quickentry.Entries;

/** What the office wrote down about one pupil. */
@Controller
@RequestMapping("/pupils/{id}/entries")
@OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER, Role.DSL})
class EntriesOfPupilController {

  private final Pupils pupils;
  private final PupilHeadings headings;
  private final Entries entries;
  private final EntryViews views;

  EntriesOfPupilController(
      Pupils pupils, PupilHeadings headings, Entries entries, EntryViews views) {
    this.pupils = pupils;
    this.headings = headings;
    this.entries = entries;
    this.views = views;
  }

  @GetMapping
  String list(@PathVariable long id, Scope scope, Model model) {
    Pupil pupil =
        pupils
            .byId(new PupilId(id), scope)
            .filter(one -> EntriesPart.mayRead(one, scope))
            .orElseThrow(() -> new NotInSight("pupil", id));
    model.addAttribute("heading", headings.of(pupil, EntriesPart.PATH, scope));
    model.addAttribute("entries", views.of(entries.of(pupil.id(), pupil.school(), scope), scope));
    model.addAttribute("records", EntriesPart.mayRecord(pupil, scope));
    return "quickentry/pupil";
  }
}
