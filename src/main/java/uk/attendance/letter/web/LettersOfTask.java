package uk.attendance.letter.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageState;
import uk.attendance.letter.Messages;
import uk.attendance.worklist.TaskInSight;
import uk.attendance.worklist.web.TaskPart;

/**
 * The letters of a case that have yet to go, beside each of its tasks: whoever rings knows what the
 * family is about to read, and can still call it back.
 */
@Component
class LettersOfTask implements TaskPart {

  private static final Set<MessageState> AHEAD =
      EnumSet.of(
          MessageState.WAITING, MessageState.HELD, MessageState.PROPOSED, MessageState.TO_PRINT);

  private final Messages messages;
  private final ShowingMessages showing;

  LettersOfTask(Messages messages, ShowingMessages showing) {
    this.messages = messages;
    this.showing = showing;
  }

  /**
   * @param href the letter itself, or the list of the pupil's letters for those who may not open it
   */
  record Ahead(MessageShown letter, String href) {}

  @Override
  public Optional<Card> card(TaskInSight.Open task, Scope scope) {
    List<Message> ahead =
        messages.of(task.file().id()).stream()
            .filter(message -> AHEAD.contains(message.state()))
            .toList();
    boolean mayOpen = showing.mayOpen(task.file().school(), scope);
    return ahead.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Card(
                30,
                "letter/task",
                showing.all(ahead, scope).stream()
                    .map(
                        letter ->
                            new Ahead(
                                letter,
                                mayOpen
                                    ? "/letters/" + letter.id()
                                    : "/pupils/%s/letters".formatted(task.pupil().id())))
                    .toList()));
  }
}
