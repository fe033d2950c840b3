package uk.attendance.quickentry;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import uk.attendance.quickentry.Entry.About;
import uk.attendance.quickentry.Entry.Said;

/** Writes an entry and what it does to the register together, once for each form shown. */
@Component
class RecordingOnce {

  private final Entries entries;
  private final EntryRules rules;
  private final TransactionTemplate transaction;

  RecordingOnce(Entries entries, EntryRules rules, PlatformTransactionManager transactions) {
    this.entries = entries;
    this.rules = rules;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** What an entry says, once its work on the register is done. */
  record Work(Said said, List<About> about) {}

  EntryId record(Press press, Supplier<Work> work) {
    Optional<EntryId> before = entries.of(press);
    if (before.isPresent()) {
      return before.get();
    }
    try {
      EntryId added =
          transaction.execute(
              status -> {
                Work done = work.get();
                return entries.add(press, done.said(), done.about(), rules.instant());
              });
      return Optional.ofNullable(added).orElseThrow();
    } catch (DuplicateKeyException pressedTwiceAtOnce) {
      return entries.of(press).orElseThrow(() -> pressedTwiceAtOnce);
    }
  }
}
