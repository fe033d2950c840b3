package uk.attendance.worklist.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.pupil.Contacts;
import uk.attendance.pupil.ContactsOfPupil;
import uk.attendance.pupil.web.ContactCard;
import uk.attendance.pupil.web.PupilHeading;
import uk.attendance.pupil.web.PupilHeadings;
import uk.attendance.worklist.TaskInSight;

/** Whom the task is about, and whom to ring in which order. */
@Component
class PupilOfTask implements TaskPart {

  private final PupilHeadings headings;
  private final Contacts contacts;

  PupilOfTask(PupilHeadings headings, Contacts contacts) {
    this.headings = headings;
    this.contacts = contacts;
  }

  record Content(PupilHeading heading, List<ContactCard> toRing, List<ContactCard> doNotContact) {}

  @Override
  public Optional<Card> card(TaskInSight.Open task, Scope scope) {
    ContactsOfPupil all = contacts.of(task.pupil().id(), scope);
    return Optional.of(
        new Card(
            10,
            "worklist/task-pupil",
            new Content(
                headings.of(task.pupil(), "", scope),
                ContactCard.toRing(all),
                ContactCard.doNotContact(all))));
  }
}
