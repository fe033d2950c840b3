package uk.attendance.letter;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.letter.LetterInRun.Standing;

/** What a person does with the letters of a print run. */
@Component
public class ChangingPrintRuns {

  private final PrintRuns runs;
  private final PrintRunTable table;
  private final ChangingMessages changing;
  private final CheckingMessages checking;
  private final Outbox outbox;
  private final Clock clock;

  ChangingPrintRuns(
      PrintRuns runs,
      PrintRunTable table,
      ChangingMessages changing,
      CheckingMessages checking,
      Outbox outbox,
      Clock clock) {
    this.runs = runs;
    this.table = table;
    this.changing = changing;
    this.checking = checking;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * All that lies in the run and may go is in the post.
   *
   * @return how many letters that were
   */
  @Transactional
  public int posted(PrintRunId id, Scope scope, Actor by) {
    List<LetterInRun> letters = letters(id, scope, Standing.TO_POST);
    letters.forEach(letter -> changing.posted(letter.message(), scope, by));
    return letters.size();
  }

  /**
   * It was not in the post after all, as far as that can still be said.
   *
   * @return how many letters that were
   */
  @Transactional
  public int notPosted(PrintRunId id, Scope scope, Actor by) {
    List<MessageId> letters =
        letters(id, scope, Standing.POSTED).stream()
            .map(LetterInRun::message)
            .filter(letter -> changing.canBeTakenBack(letter, scope))
            .toList();
    letters.forEach(letter -> changing.notPosted(letter, scope, by));
    return letters.size();
  }

  /** One letter is not posted with the others and waits for the next run. */
  @Transactional
  public void leaveOut(PrintRunId id, int number, LeftOut because, Scope scope, Actor by) {
    LetterInRun letter = letter(id, number, scope);
    if (letter.standing() != Standing.TO_POST) {
      throw new CannotChange(letter.message(), found(letter), MessageState.TO_PRINT);
    }
    Message message = outbox.locked(letter.message()).orElseThrow();
    String words = "left out of print run %s. %s".formatted(id, because.sentence());
    if (message.state() != MessageState.TO_PRINT
        || !table.leaveOut(id, letter, because.sentence(), clock.instant(), by)) {
      throw new CannotChange(message, MessageState.TO_PRINT);
    }
    table.goesBack(letter.message(), "Left" + words.substring("left".length()));
    outbox.tell(message, MessageState.TO_PRINT, words, by);
  }

  /** A letter that may not go any more was taken out of the stack. */
  @Transactional
  public void tookOut(PrintRunId id, int number, Scope scope, Actor by) {
    LetterInRun letter = letter(id, number, scope);
    if (letter.standing() != Standing.TAKE_OUT
        || !table.leaveOut(id, letter, letter.because(), clock.instant(), by)) {
      throw new CannotChange(letter.message(), found(letter), MessageState.TO_PRINT);
    }
    Message message = outbox.locked(letter.message()).orElseThrow();
    outbox.tell(message, message.state(), "taken out of print run " + id, by);
    if (message.state() == MessageState.TO_PRINT) {
      checking.onPaper(message);
    }
  }

  private LetterInRun letter(PrintRunId id, int number, Scope scope) {
    return runs.letters(run(id, scope)).stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow(() -> new NotInSight("letter of print run " + id, number));
  }

  private List<LetterInRun> letters(PrintRunId id, Scope scope, Standing standing) {
    return runs.letters(run(id, scope)).stream()
        .filter(letter -> letter.standing() == standing)
        .toList();
  }

  private PrintRun run(PrintRunId id, Scope scope) {
    return runs.find(id, scope)
        .filter(run -> scope.has(run.school(), ChangingMessages.MAY_CHANGE.toArray(Role[]::new)))
        .orElseThrow(() -> new NotInSight("print run", id));
  }

  private static MessageState found(LetterInRun letter) {
    return letter.standing() == Standing.POSTED ? MessageState.SENT : MessageState.TO_PRINT;
  }
}
