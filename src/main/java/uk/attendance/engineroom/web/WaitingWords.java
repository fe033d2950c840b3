package uk.attendance.engineroom.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import uk.attendance.engineroom.EngineRoomSettings;
import uk.attendance.engineroom.Queue;
import uk.attendance.engineroom.Queues;
import uk.attendance.engineroom.web.EngineRoomPage.Waiting;
import uk.attendance.folder.WatchedFolders;
import uk.attendance.letter.MessageState;
import uk.attendance.register.ImportState;
import uk.attendance.school.SchoolId;

/** What waits for what, and whether that is too long. */
@Component
class WaitingWords {

  private final Queues queues;
  private final WatchedFolders folders;
  private final EngineRoomSettings settings;

  WaitingWords(Queues queues, WatchedFolders folders, EngineRoomSettings settings) {
    this.queues = queues;
    this.folders = folders;
    this.settings = settings;
  }

  /** Whether somebody should look, apart from how long it waits. */
  private enum Watched {
    /** The program should have done it by now. */
    BY_AGE,
    /** A person has to, and is told so elsewhere. */
    BY_OTHERS,
    /** There should be none. */
    AT_ALL
  }

  List<Waiting> of(Collection<SchoolId> schools, Instant now) {
    List<Waiting> rows = new ArrayList<>();
    Map<MessageState, Queue> messages = queues.messages(schools);
    Map<ImportState, Queue> files = queues.registerFiles(schools);
    add(
        rows,
        "Letters and texts due to go",
        messages,
        MessageState.WAITING,
        Watched.BY_AGE,
        "",
        now);
    add(rows, "Being handed over", messages, MessageState.SENDING, Watched.BY_AGE, "", now);
    add(
        rows,
        "Not known whether they arrived",
        messages,
        MessageState.UNKNOWN,
        Watched.BY_OTHERS,
        "Each is a task at its school.",
        now);
    add(
        rows,
        "Letters and texts that failed",
        messages,
        MessageState.FAILED,
        Watched.BY_OTHERS,
        "Each is a task at its school.",
        now);
    add(
        rows,
        "Held",
        messages,
        MessageState.HELD,
        Watched.BY_OTHERS,
        "The page Letters says why.",
        now);
    add(
        rows,
        "Waiting for a person’s yes",
        messages,
        MessageState.PROPOSED,
        Watched.BY_OTHERS,
        "",
        now);
    add(rows, "To print and post", messages, MessageState.TO_PRINT, Watched.BY_OTHERS, "", now);
    add(rows, "Register files being read", files, ImportState.RECEIVED, Watched.BY_AGE, "", now);
    add(
        rows,
        "Register files being brought in",
        files,
        ImportState.CONFIRMED,
        Watched.BY_AGE,
        "",
        now);
    add(
        rows,
        "Register files ready to bring in",
        files,
        ImportState.STAGED,
        Watched.BY_OTHERS,
        "A person says when.",
        now);
    add(
        rows,
        "Register files stopped",
        files,
        ImportState.STOPPED,
        Watched.BY_OTHERS,
        "Today asks the office for its yes.",
        now);
    add(
        rows,
        "Pupils to look at after a register closed",
        queues.registerClose(schools),
        Watched.BY_AGE,
        "",
        true,
        now);
    add(
        rows,
        "Steps of cases that are due",
        queues.jobsDue(),
        Watched.BY_AGE,
        "Of all schools.",
        true,
        now);
    add(
        rows,
        "Steps that a node has in hand",
        queues.jobsLocked(),
        Watched.BY_OTHERS,
        "",
        false,
        now);
    add(
        rows,
        "Steps that a node took and never ended",
        queues.locksPast(),
        Watched.AT_ALL,
        "The next node takes them up by itself; if they stay, no node runs steps.",
        false,
        now);
    folders(rows, schools);
    return rows;
  }

  /** Files that the program should have brought in and cannot, a row each. */
  private void folders(List<Waiting> rows, Collection<SchoolId> schools) {
    if (!folders.isOn()) {
      return;
    }
    List<String> troubles =
        folders.troubles().stream()
            .filter(trouble -> trouble.school() == null || schools.contains(trouble.school()))
            .map(WatchedFolders.Trouble::words)
            .toList();
    if (troubles.isEmpty()) {
      rows.add(new Waiting("In watched folders", "None", "", false, ""));
    }
    troubles.forEach(words -> rows.add(new Waiting("In watched folders", "1", "", true, words)));
  }

  private <S> void add(
      List<Waiting> rows,
      String what,
      Map<S, Queue> queues,
      S state,
      Watched watched,
      String says,
      Instant now) {
    add(
        rows,
        what,
        queues.getOrDefault(state, new Queue(0, null)),
        watched,
        says,
        state == MessageState.WAITING || state == ImportState.RECEIVED,
        now);
  }

  /**
   * @param always also where nothing waits, so that one sees that it was looked at
   */
  private void add(
      List<Waiting> rows,
      String what,
      Queue queue,
      Watched watched,
      String says,
      boolean always,
      Instant now) {
    if (queue.isEmpty() && !always) {
      return;
    }
    boolean tooLong =
        switch (watched) {
          case BY_AGE -> queue.age(now).compareTo(settings.lateAfter()) > 0;
          case BY_OTHERS -> false;
          case AT_ALL -> !queue.isEmpty();
        };
    rows.add(
        new Waiting(
            what,
            queue.isEmpty() ? "None" : queue.words(),
            queue.oldest() == null || queue.oldest().isAfter(now) ? "" : Ages.of(queue.age(now)),
            tooLong,
            says));
  }
}
