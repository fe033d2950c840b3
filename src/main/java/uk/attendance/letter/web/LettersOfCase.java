package uk.attendance.letter.web;

import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.web.CasePart;
import uk.attendance.letter.Message;
import uk.attendance.letter.Messages;

/** The letters of a case, among its documents. */
@Component
class LettersOfCase implements CasePart {

  private final Messages messages;
  private final ShowingMessages showing;

  LettersOfCase(Messages messages, ShowingMessages showing) {
    this.messages = messages;
    this.showing = showing;
  }

  @Override
  public List<Document> documents(CaseFile file, Scope scope) {
    boolean mayOpen = showing.mayOpen(file.school(), scope);
    return messages.of(file.id()).stream()
        .map(
            message ->
                new Document(
                    "Letter",
                    words(message),
                    mayOpen ? "/letters/" + message.id() : "/pupils/" + file.pupil() + "/letters",
                    Objects.requireNonNullElse(message.settledAt(), message.orderedAt())))
        .toList();
  }

  private static String words(Message message) {
    String by = message.channel() == null ? "" : " by " + message.channel().words();
    return "%s to %s, %s%s"
        .formatted(message.title(), message.recipient(), message.state().words(), by);
  }
}
