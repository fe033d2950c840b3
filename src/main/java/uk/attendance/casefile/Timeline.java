package uk.attendance.casefile;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import uk.attendance.account.Actor;
import uk.attendance.casefile.TimelineChain.Head;
import uk.attendance.casefile.TimelineChain.Link;
import uk.attendance.school.OneLook;

/**
 * The record of every case. Entries are collected while a transaction runs and written in one batch
 * before it commits, in the order in which they came, each case's as the next links of its chain.
 */
@Component
public class Timeline {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int LONGEST_WORDS = 1000;
  private static final int LONGEST_REFERENCE = 80;
  private static final int LONGEST_NAME = 120;

  private final TimelineTable table;
  private final BeforeCommit beforeCommit;
  private final Clock clock;
  private final Object key = new Object();
  private final Runnable flush = this::flush;

  public Timeline(TimelineTable table, BeforeCommit beforeCommit, Clock clock) {
    this.table = table;
    this.beforeCommit = beforeCommit;
    this.clock = clock;
  }

  private record Written(
      CaseId caseId,
      Instant at,
      EntryKind kind,
      @Nullable String element,
      String words,
      @Nullable Why why,
      @Nullable String reference,
      Actor by) {}

  private static final class Collected {

    private final List<Written> entries = new ArrayList<>();
  }

  /**
   * Adds an entry; it stands in the record when the running transaction commits.
   *
   * @param element of the diagram, where it is about one
   * @param words never a pupil's name
   * @param reference id of the task, letter, submission or attachment it is about
   */
  public void write(
      CaseId caseId,
      EntryKind kind,
      @Nullable String element,
      String words,
      @Nullable Why why,
      @Nullable String reference,
      Actor by) {
    Collected collected = (Collected) TransactionSynchronizationManager.getResource(key);
    if (collected == null) {
      collected = new Collected();
    }
    collected.entries.add(
        new Written(caseId, clock.instant(), kind, element, words, why, reference, by));
    collect(collected);
  }

  /** All entries of a case, the first one first. */
  public List<Entry> of(CaseId caseId) {
    return table.of(caseId).stream().map(Link::entry).toList();
  }

  /** The entries of one kind of several cases, the oldest first. */
  public List<Entry> of(Collection<CaseId> cases, EntryKind kind) {
    return table.of(cases, kind);
  }

  private void collect(Collected collected) {
    if (!TransactionSynchronizationManager.hasResource(key)) {
      if (!TransactionSynchronizationManager.isActualTransactionActive()) {
        throw new IllegalStateException(
            "an entry of case %s was written; needed: a transaction"
                .formatted(collected.entries.get(0).caseId()));
      }
      TransactionSynchronizationManager.bindResource(key, collected);
      TransactionSynchronizationManager.registerSynchronization(new Unbinding(key, collected));
    }
    beforeCommit.last(flush);
  }

  private void flush() {
    Collected collected = (Collected) TransactionSynchronizationManager.getResource(key);
    if (collected == null || collected.entries.isEmpty()) {
      return;
    }
    List<Written> written = List.copyOf(collected.entries);
    collected.entries.clear();
    TreeSet<Long> cases = new TreeSet<>();
    written.forEach(entry -> cases.add(entry.caseId().value()));
    Map<Long, Head> heads = new TreeMap<>(heads(cases));
    List<Link> links = new ArrayList<>(written.size());
    for (Written next : written) {
      Head head = heads.get(next.caseId().value());
      if (head == null) {
        throw new IllegalStateException(
            "an entry of case %s was written; found no such case".formatted(next.caseId()));
      }
      Link link =
          TimelineChain.link(
              entry(next, head.entries() + 1),
              next.why() == null ? null : WhyJson.write(next.why()),
              head,
              salt());
      heads.put(next.caseId().value(), new Head(head.entries() + 1, link.hash()));
      links.add(link);
    }
    table.insert(links);
    table.remember(heads);
    heads.forEach((id, head) -> OneLook.know(new HeadOf(id), head));
  }

  private record HeadOf(long caseId) {}

  /** Nobody else can add to a case that this look opened; others are held while we do. */
  private Map<Long, Head> heads(Set<Long> cases) {
    Map<Long, Head> heads = new HashMap<>();
    Set<Long> others = new TreeSet<>();
    for (Long id : cases) {
      if (CaseFiles.isNew(new CaseId(id))) {
        heads.put(id, OneLook.<Head>known(new HeadOf(id)).orElse(Head.NONE));
      } else {
        others.add(id);
      }
    }
    if (!others.isEmpty()) {
      heads.putAll(table.lockedHeads(others));
    }
    return heads;
  }

  private static Entry entry(Written written, int position) {
    return new Entry(
        written.caseId(),
        position,
        written.at().truncatedTo(ChronoUnit.MICROS),
        written.kind(),
        written.element(),
        cut(written.words(), LONGEST_WORDS),
        written.why(),
        written.reference() == null ? null : cut(written.reference(), LONGEST_REFERENCE),
        cut(written.by().name(), LONGEST_NAME),
        cut(written.by().title(), LONGEST_NAME));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  private static String salt() {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  private record Unbinding(Object key, Collected collected)
      implements org.springframework.transaction.support.TransactionSynchronization {

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(key);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(key, collected);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(key);
    }
  }
}
