package uk.attendance.letter;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.account.Actor;
import uk.attendance.account.NotInSight;
import uk.attendance.account.Role;
import uk.attendance.account.Scope;
import uk.attendance.school.SchoolId;

/**
 * Takes letters that wait to be printed into one run, in the order in which envelopes are filled.
 * Each is looked at once more: a court order or a hold since it was written keeps it back, another
 * address on file is put on it.
 */
@Component
public class MakingPrintRuns {

  /** What one person folds in an hour; the rest waits for the next run. */
  public static final int AT_MOST = 200;

  private final PrintRuns runs;
  private final PrintRunTable table;
  private final CheckingMessages checking;
  private final Outbox outbox;
  private final StackingLetters stacking;
  private final TransactionTemplate transactions;
  private final Clock clock;

  MakingPrintRuns(
      PrintRuns runs,
      PrintRunTable table,
      CheckingMessages checking,
      Outbox outbox,
      StackingLetters stacking,
      TransactionTemplate transactions,
      Clock clock) {
    this.runs = runs;
    this.table = table;
    this.checking = checking;
    this.outbox = outbox;
    this.stacking = stacking;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * @param run null where no letter was left for one
   * @param letters in the run
   * @param keptBack letters that may not go any more, or not now
   */
  public record Made(@Nullable PrintRunId run, int letters, int keptBack) {}

  /**
   * @param chosen of the letters that wait; those that went into somebody else's run meanwhile stay
   *     there
   */
  public Made make(
      SchoolId school, Set<MessageId> chosen, boolean bothSides, Scope scope, Actor by) {
    if (!scope.has(school, ChangingMessages.MAY_CHANGE.toArray(Role[]::new))) {
      throw new NotInSight("school", school);
    }
    Made made =
        Objects.requireNonNull(
            transactions.execute(status -> take(school, chosen, bothSides, scope, by)));
    Optional.ofNullable(made.run()).flatMap(run -> runs.find(run, scope)).ifPresent(stacking::pdf);
    return made;
  }

  private Made take(
      SchoolId school, Set<MessageId> chosen, boolean bothSides, Scope scope, Actor by) {
    List<Message> held =
        table.held(
            runs.waiting(school, AT_MOST, scope).stream()
                .map(Message::id)
                .filter(chosen::contains)
                .toList());
    List<Message> going =
        held.stream()
            .flatMap(letter -> checking.onPaper(letter).stream())
            .sorted(EnvelopeOrder.BY_ADDRESS)
            .toList();
    int keptBack = held.size() - going.size();
    if (going.isEmpty()) {
      return new Made(null, 0, keptBack);
    }
    Instant now = clock.instant();
    PrintRunId run = table.begin(school, bothSides, now, by);
    int number = 0;
    for (Message letter : going) {
      number++;
      table.add(run, number, letter, now);
      outbox.tell(
          letter,
          MessageState.TO_PRINT,
          "printed, letter %d of print run %s".formatted(number, run),
          by);
    }
    return new Made(run, number, keptBack);
  }
}
