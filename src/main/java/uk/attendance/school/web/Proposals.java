package uk.attendance.school.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.SignedIn;
import uk.attendance.file.RejectedRow;
import uk.attendance.school.CalendarEdit;
import uk.attendance.school.CalendarMovedOn;
import uk.attendance.school.CalendarPreview;
import uk.attendance.school.ChangingCalendar;
import uk.attendance.school.DayWords;
import uk.attendance.school.School;

/** Shows what an edit of a calendar would change, and does it when the person says yes. */
@Component
class Proposals {
  private static final int DAYS_SHOWN = 30;

  private final ChangingCalendar changing;

  Proposals(ChangingCalendar changing) {
    this.changing = changing;
  }

  /**
   * The question that the preview asks.
   *
   * @param action where the yes goes, with the fields that describe the edit again
   * @param rejected rows of a file that were not taken
   */
  record Question(
      String title,
      String yes,
      String action,
      Map<String, List<String>> fields,
      List<RejectedRow> rejected) {}

  record DayRow(String days, String before, String after) {}

  record MovedRow(String what, int count, String before, String after) {}

  /**
   * @param version that the person saw and said yes to; null when nothing was shown yet
   * @return the view
   */
  String answer(
      School school,
      CalendarEdit edit,
      Question question,
      @Nullable Long version,
      SignedIn person,
      Model model,
      RedirectAttributes redirect) {
    if (version != null) {
      try {
        changing.change(school.id(), edit, version, person.name() + ", " + person.title());
        redirect.addFlashAttribute("done", edit.what());
        return "redirect:/schools/" + school.id();
      } catch (CalendarMovedOn moved) {
        model.addAttribute("movedOn", true);
      }
    }
    CalendarPreview preview = changing.preview(school.id(), edit);
    List<CalendarPreview.ChangedDays> days = preview.changedDays();
    model.addAttribute("school", school);
    model.addAttribute("question", question);
    model.addAttribute("version", preview.version());
    model.addAttribute("changesNothing", preview.changesNothing());
    if (preview.changesTerms()) {
      model.addAttribute("terms", CalendarPage.termsFrom(edit.first(), preview.after()));
    }
    model.addAttribute(
        "days",
        days.stream()
            .limit(DAYS_SHOWN)
            .map(d -> new DayRow(DayWords.from(d.first(), d.last()), d.before(), d.after()))
            .toList());
    model.addAttribute("moreDays", Math.max(0, days.size() - DAYS_SHOWN));
    model.addAttribute(
        "moved",
        preview.moved().stream()
            .map(
                m ->
                    new MovedRow(
                        m.what(), m.count(), DayWords.full(m.before()), DayWords.full(m.after())))
            .toList());
    return "school/preview";
  }
}
