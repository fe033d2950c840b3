package uk.attendance.letter.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.attendance.account.Scope;
import uk.attendance.casefile.CaseFile;
import uk.attendance.casefile.web.CasePart;
import uk.attendance.letter.Message;
import uk.attendance.letter.MessageId;
import uk.attendance.letter.Messages;
import uk.attendance.reply.LinkStates;

/** The letters of a case, among its documents. */
@Component
class LettersOfCase implements CasePart {

  private final Messages messages;
  private final ShowingMessages showing;
  private final LinkStates links;

  LettersOfCase(Messages messages, ShowingMessages showing, LinkStates links) {
    this.messages = messages;
    this.showing = showing;
    this.links = links;
  }

  @Override
  public List<Document> documents(CaseFile file, Scope scope) {
    boolean mayOpen = showing.mayOpen(file.school(), scope);
    List<Message> all = messages.of(file.id());
    Map<MessageId, String> linked = links.inWords(all.stream().map(Message::id).toList());
    return all.stream()
        .map(
            message ->
                new Document(
                    "Letter",
                    words(message, linked.get(message.id())),
                    mayOpen ? "/letters/" + message.id() : "/pupils/" + file.pupil() + "/letters",
                    Objects.requireNonNullElse(message.settledAt(), message.orderedAt())))
        .toList();
  }

  private static String words(Message message, @Nullable String linked) {
    String by = message.channel() == null ? "" : " by " + message.channel().words();
    return "%s to %s, %s%s%s"
        .formatted(
            message.title(),
            message.recipient(),
            message.state().words(),
            by,
            linked == null ? "" : "; " + linked);
  }
}
