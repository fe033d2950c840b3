package uk.attendance.pupil.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;

/** A pupil's contacts with the rules of contacting them (NF-A1). */
@Controller
@ForPupilStaff
class ContactsController {

  private final Pupils pupils;
  private final Contacts contacts;
  private final PupilHeadings headings;

  ContactsController(Pupils pupils, Contacts contacts, PupilHeadings headings) {
    this.pupils = pupils;
    this.contacts = contacts;
    this.headings = headings;
  }

  @GetMapping("/pupils/{id:[0-9]{1,18}}/contacts")
  String contacts(@PathVariable long id, Scope scope, Model model) {
    Pupil pupil =
        pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
    model.addAttribute("heading", headings.of(pupil, "/contacts", scope));
    model.addAttribute("contacts", ContactCard.inOrder(contacts.of(pupil.id(), scope)));
    return "pupil/contacts";
  }
}
