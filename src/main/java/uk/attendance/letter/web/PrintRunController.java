package uk.attendance.letter.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.OnlyFor;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.account.SignedIn;
import uk.attendance.letter.CannotChange;
import uk.attendance.letter.ChangingMessages;
import uk.attendance.letter.ChangingPrintRuns;
import uk.attendance.letter.LeftOut;
import uk.attendance.letter.LetterInRun;
import uk.attendance.letter.LetterInRun.Standing;
import uk.attendance.letter.PrintRun;
import uk.attendance.letter.PrintRunId;
import uk.attendance.letter.PrintRuns;
import uk.attendance.letter.StackingLetters;

/** One print run: its sheet, its PDF, and what became of its letters. */
@Controller
@RequestMapping("/letters/runs/{id:[0-9]{1,18}}")
@ForLetterStaff
class PrintRunController {

  private final PrintRuns runs;
  private final StackingLetters stacking;
  private final ChangingPrintRuns changing;
  private final ChangingMessages messages;
  private final ShowingMessages showing;

  PrintRunController(
      PrintRuns runs,
      StackingLetters stacking,
      ChangingPrintRuns changing,
      ChangingMessages messages,
      ShowingMessages showing) {
    this.runs = runs;
    this.stacking = stacking;
    this.changing = changing;
    this.messages = messages;
    this.showing = showing;
  }

  /**
   * A line of the sheet with what can be done about it.
   *
   * @param stands "to post", "posted", "take it out", "left out"
   * @param when "today, 10:02, Jo Example"; empty where nothing happened yet
   */
  record Line(
      LetterInRun letter,
      boolean sameHousehold,
      String stands,
      String badge,
      String when,
      Can can) {}

  /** What a person may do with a letter of the run now. */
  record Can(boolean posted, boolean notPosted, boolean leaveOut, boolean takeOut) {

    static final Can NOTHING = new Can(false, false, false, false);
  }

  @GetMapping
  String run(@PathVariable long id, Scope scope, Model model) {
    PrintRun run = find(id, scope);
    boolean mayChange = mayChange(run, scope);
    List<Line> lines =
        SheetLine.of(runs.letters(run)).stream().map(line -> line(line, mayChange, scope)).toList();
    model.addAttribute("run", run);
    model.addAttribute("made", showing.when(run.madeAt()));
    model.addAttribute("lines", lines);
    model.addAttribute("mayChange", mayChange);
    model.addAttribute("out", standing(lines, Standing.TAKE_OUT));
    model.addAttribute("toPost", standing(lines, Standing.TO_POST).size());
    model.addAttribute(
        "canTakeBack", lines.stream().filter(line -> line.can().notPosted()).count());
    model.addAttribute("reasons", Arrays.asList(LeftOut.values()));
    return "letter/run";
  }

  /** Address sheet and letters, exactly as they were printed first. */
  @GetMapping("/run.pdf")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  ResponseEntity<byte[]> pdf(@PathVariable long id, Scope scope) {
    PrintRun run = find(id, scope);
    return pdf("print-run-" + id, stacking.pdf(run));
  }

  /** One letter of it, exactly as it was printed. */
  @GetMapping("/{number:[0-9]{1,4}}.pdf")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  ResponseEntity<byte[]> letter(@PathVariable long id, @PathVariable int number, Scope scope) {
    byte[] letter =
        runs.pdf(find(id, scope), number)
            .orElseThrow(() -> new NotInSight("letter of print run " + id, number));
    return pdf("print-run-%d-letter-%d".formatted(id, number), letter);
  }

  @PostMapping("/posted")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String posted(@PathVariable long id, Scope scope, SignedIn person, RedirectAttributes redirect) {
    return done(
        id,
        by -> count(changing.posted(new PrintRunId(id), scope, by), "in the post"),
        redirect,
        person);
  }

  @PostMapping("/not-posted")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String notPosted(
      @PathVariable long id, Scope scope, SignedIn person, RedirectAttributes redirect) {
    return done(
        id,
        by -> count(changing.notPosted(new PrintRunId(id), scope, by), "not in the post after all"),
        redirect,
        person);
  }

  @PostMapping("/leave-out")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String leaveOut(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int number,
      @RequestParam(defaultValue = "") String because,
      Scope scope,
      SignedIn person,
      RedirectAttributes redirect) {
    PrintRun run = find(id, scope);
    LeftOut reason = LeftOut.of(because).orElse(null);
    if (reason == null) {
      redirect.addFlashAttribute(
          "refused", "Letter %d stays in the run: choose why it is left out.".formatted(number));
      return "redirect:/letters/runs/" + id;
    }
    return done(
        id,
        by -> {
          changing.leaveOut(run.id(), number, reason, scope, by);
          return "Letter %d is left out and goes with the next run.".formatted(number);
        },
        redirect,
        person);
  }

  @PostMapping("/took-out")
  @OnlyFor({Role.OFFICE, Role.ATTENDANCE_OFFICER, Role.ATTENDANCE_LEAD, Role.HEADTEACHER})
  String tookOut(
      @PathVariable long id,
      @RequestParam(defaultValue = "0") int number,
      Scope scope,
      SignedIn person,
      RedirectAttributes redirect) {
    return done(
        id,
        by -> {
          changing.tookOut(new PrintRunId(id), number, scope, by);
          return "Letter %d is out of the stack.".formatted(number);
        },
        redirect,
        person);
  }

  private String done(
      long id, Function<Actor, String> action, RedirectAttributes redirect, SignedIn person) {
    try {
      redirect.addFlashAttribute("notice", action.apply(Actor.of(person)));
    } catch (CannotChange e) {
      redirect.addFlashAttribute(
          "refused",
          "Nothing was changed: somebody or something was quicker, and the letter is now %s."
              .formatted(e.found().words()));
    }
    return "redirect:/letters/runs/" + id;
  }

  private static String count(int letters, String words) {
    return letters == 1
        ? "1 letter is " + words + "."
        : "%d letters are %s.".formatted(letters, words);
  }

  private PrintRun find(long id, Scope scope) {
    return runs.find(new PrintRunId(id), scope).orElseThrow(() -> new NotInSight("print run", id));
  }

  private static boolean mayChange(PrintRun run, Scope scope) {
    return scope.has(run.school(), ChangingMessages.MAY_CHANGE.toArray(Role[]::new));
  }

  private Line line(SheetLine line, boolean mayChange, Scope scope) {
    LetterInRun letter = line.letter();
    Standing standing = letter.standing();
    return new Line(
        letter,
        line.sameHousehold(),
        switch (standing) {
          case TO_POST -> "to post";
          case POSTED -> "posted";
          case TAKE_OUT -> "take it out";
          case LEFT_OUT -> "left out";
        },
        switch (standing) {
          case TO_POST -> "";
          case POSTED -> "app-badge--good";
          case TAKE_OUT -> "app-badge--bad";
          case LEFT_OUT -> "app-badge--warn";
        },
        letter.at() == null ? "" : showing.when(letter.at()) + ", " + letter.by(),
        mayChange
            ? new Can(
                standing == Standing.TO_POST,
                standing == Standing.POSTED && messages.canBeTakenBack(letter.message(), scope),
                standing == Standing.TO_POST,
                standing == Standing.TAKE_OUT)
            : Can.NOTHING);
  }

  private static List<Line> standing(List<Line> lines, Standing standing) {
    return lines.stream().filter(line -> line.letter().standing() == standing).toList();
  }

  private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name + ".pdf").build().toString())
        .body(content);
  }
}
