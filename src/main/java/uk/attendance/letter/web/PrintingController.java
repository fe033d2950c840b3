package uk.attendance.letter.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.CurrentSchool;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.letter.MakingPrintRuns;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.PrintRun;
import uk.attendance.letter.PrintRunId;
import uk.attendance.letter.PrintRuns;

/** What waits to be printed, and the print runs made before. */
@Controller
@RequestMapping("/letters/print")
@ForLetterStaff
class PrintingController {

  private static final int ON_A_PAGE = 10;

  private final PrintRuns runs;
  private final MakingPrintRuns making;
  private final ShowingMessages showing;
  private final LetterTabs tabs;

  PrintingController(
      PrintRuns runs, MakingPrintRuns making, ShowingMessages showing, LetterTabs tabs) {
    this.runs = runs;
    this.making = making;
    this.showing = showing;
    this.tabs = tabs;
  }

  /**
   * @param became "3 of 9 posted, 2 to take out"
   */
  record Row(long id, String made, String by, int letters, String became, boolean open) {}

  @GetMapping
  String list(
      @RequestParam(required = false) @Nullable Long before,
      CurrentSchool school,
      Scope scope,
      Model model) {
    List<Message> waiting = runs.waiting(school.id(), MakingPrintRuns.AT_MOST, scope);
    List<PrintRun> found =
        runs.page(
            school.id(), before == null ? null : new PrintRunId(before), ON_A_PAGE + 1, scope);
    List<PrintRun> page = found.subList(0, Math.min(ON_A_PAGE, found.size()));
    model.addAttribute("tabs", tabs.of(LetterList.PRINT, school));
    model.addAttribute("letters", showing.all(waiting, scope));
    model.addAttribute("more", runs.countWaiting(school.id()) - waiting.size());
    model.addAttribute("bothSides", runs.printsBothSides(school.id()));
    model.addAttribute("mayChange", LettersController.mayChange(school, scope));
    model.addAttribute("runs", page.stream().map(this::row).toList());
    model.addAttribute("first", before == null);
    model.addAttribute(
        "next", found.size() > ON_A_PAGE ? page.get(page.size() - 1).id().value() : null);
    return "letter/print";
  }

  @PostMapping
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String make(
      @RequestParam(name = "letter", required = false) @Nullable Set<Long> chosen,
      @RequestParam(defaultValue = "both") String sides,
      CurrentSchool school,
      Scope scope,
      SignedIn person,
      RedirectAttributes redirect) {
    if (chosen == null || chosen.isEmpty()) {
      redirect.addFlashAttribute("refused", "No run was made: tick the letters to print first.");
      return "redirect:/letters/print";
    }
    MakingPrintRuns.Made made =
        making.make(
            school.id(),
            chosen.stream().map(MessageId::new).collect(Collectors.toSet()),
            !sides.equals("one"),
            scope,
            Actor.of(person));
    if (made.run() == null) {
      redirect.addFlashAttribute("refused", none(made));
      return "redirect:/letters/print";
    }
    redirect.addFlashAttribute("notice", words(made, chosen.size()));
    return "redirect:/letters/runs/" + made.run();
  }

  private static String none(MakingPrintRuns.Made made) {
    return made.keptBack() == 0
        ? "No run was made: none of these letters waits to be printed any more. Somebody else may have been quicker; look among the runs below."
        : "No run was made: something stands in the way of these letters now. They are listed under Held or Not sent, with the reason.";
  }

  private static String words(MakingPrintRuns.Made made, int chosen) {
    StringBuilder words = new StringBuilder();
    words.append(made.letters() == 1 ? "1 letter is" : made.letters() + " letters are");
    words.append(" in this run. Print it, fill the envelopes, and say here when they are posted.");
    int elsewhere = chosen - made.letters() - made.keptBack();
    if (made.keptBack() > 0) {
      words
          .append(
              made.keptBack() == 1
                  ? " 1 letter was"
                  : " %d letters were".formatted(made.keptBack()))
          .append(" kept back, since something stands in the way now: see Held and Not sent.");
    }
    if (elsewhere > 0) {
      words
          .append(elsewhere == 1 ? " 1 was" : " %d were".formatted(elsewhere))
          .append(" called back or printed by somebody else meanwhile.");
    }
    return words.toString();
  }

  private Row row(PrintRun run) {
    return new Row(
        run.id().value(),
        showing.when(run.madeAt()),
        run.madeBy(),
        run.letters(),
        run.toPost() == 0
            ? "%d posted".formatted(run.posted())
            : "%d posted, %d not yet".formatted(run.posted(), run.toPost()),
        run.toPost() > 0);
  }
}
