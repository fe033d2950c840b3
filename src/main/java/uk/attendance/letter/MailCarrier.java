package uk.attendance.letter;

import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import uk.attendance.pupil.Channel;

/**
 * Sends mail by the mail server of {@code spring.mail.host}. What the server answers is known for
 * good; a connection that breaks before the words were begun has sent nothing, one that breaks
 * later leaves it unknown.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailCarrier implements Carrier {

  private static final int TEMPORARY_FROM = 400;
  private static final int PERMANENT_FROM = 500;

  private final JavaMailSender server;

  MailCarrier(JavaMailSender server) {
    this.server = server;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public String inWords() {
    return "by the mail server";
  }

  @Override
  public Handover handOver(Outgoing message) {
    if (message.fromEmail() == null) {
      return Handover.notNow("The school has named no e-mail address of its own to send from.");
    }
    MailMessage mail;
    try {
      mail = new MailMessage(message);
    } catch (MessagingException e) {
      return Handover.refused("The address cannot be written to: " + e.getMessage());
    }
    try {
      server.send(mail);
      return Handover.taken("The mail server took it.");
    } catch (MailException e) {
      return of(e, mail);
    }
  }

  private static Handover of(MailException failure, MailMessage mail) {
    if (failure instanceof MailSendException sending
        && sending.getFailedMessages().isEmpty()
        && mail.isBegun()) {
      return Handover.taken("The mail server took it; the connection was not closed properly.");
    }
    Answer answer = answer(failure);
    if (answer.code() >= PERMANENT_FROM) {
      return Handover.refused("The mail server says: " + answer.words());
    }
    if (answer.code() >= TEMPORARY_FROM) {
      return Handover.notNow("The mail server says: " + answer.words());
    }
    return mail.isBegun()
        ? Handover.notKnown("The connection to the mail server broke: " + answer.words())
        : Handover.notNow("The mail server was not reached: " + answer.words());
  }

  private record Answer(int code, String words) {}

  /** The server's own answer, wherever it is wrapped; code 0 where it gave none. */
  private static Answer answer(MailException failure) {
    Deque<Throwable> look = new ArrayDeque<>();
    Set<Throwable> seen = new HashSet<>();
    look.add(failure);
    if (failure instanceof MailSendException sending) {
      look.addAll(sending.getFailedMessages().values());
    }
    String words = String.valueOf(failure.getMessage());
    while (!look.isEmpty()) {
      Throwable next = look.poll();
      if (!seen.add(next)) {
        continue;
      }
      int code = code(next);
      words = String.valueOf(next.getMessage()).strip();
      if (code > 0) {
        return new Answer(code, words);
      }
      if (next instanceof MessagingException wrapping && wrapping.getNextException() != null) {
        look.add(wrapping.getNextException());
      }
      if (next.getCause() != null) {
        look.add(next.getCause());
      }
    }
    return new Answer(0, words);
  }

  private static int code(Throwable failure) {
    if (failure instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (failure instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    if (failure instanceof SMTPSendFailedException sending) {
      return sending.getReturnCode();
    }
    return 0;
  }
}
