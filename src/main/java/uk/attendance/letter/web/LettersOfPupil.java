package uk.attendance.letter.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Scope;
import uk.attendance.letter.Messages;
import uk.attendance.pupil.Pupil;
import uk.attendance.pupil.PupilId;
import uk.attendance.pupil.Pupils;
import uk.attendance.pupil.web.ForPupilStaff;
import uk.attendance.pupil.web.PupilHeadings;
import uk.attendance.pupil.web.PupilPart;

/** All letters about one pupil, whatever became of them. */
@Controller
@ForPupilStaff
class LettersOfPupil {

  private final Pupils pupils;
  private final Messages messages;
  private final ShowingMessages showing;
  private final PupilHeadings headings;

  LettersOfPupil(
      Pupils pupils, Messages messages, ShowingMessages showing, PupilHeadings headings) {
    this.pupils = pupils;
    this.messages = messages;
    this.showing = showing;
    this.headings = headings;
  }

  @GetMapping("/pupils/{id:[0-9]{1,18}}/letters")
  String letters(@PathVariable long id, Scope scope, Model model) {
    Pupil pupil =
        pupils.byId(new PupilId(id), scope).orElseThrow(() -> new NotInSight("pupil", id));
    model.addAttribute("heading", headings.of(pupil, "/letters", scope));
    model.addAttribute("letters", showing.all(messages.of(pupil.id(), scope), scope));
    model.addAttribute("mayOpen", showing.mayOpen(pupil.school(), scope));
    return "letter/pupil";
  }

  /** The tab at the head of a pupil's pages. */
  @Component
  @Order(4)
  static class Tabs implements PupilPart {

    @Override
    public List<Tab> tabs(Pupil pupil, Scope scope) {
      return List.of(new Tab(40, "Letters", "/letters"));
    }

    @Override
    public List<Badge> badges(Pupil pupil, Scope scope) {
      return List.of();
    }
  }
}
