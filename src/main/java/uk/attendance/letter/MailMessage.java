package uk.attendance.letter;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * A letter as a mail: plain text and HTML in one, its Message-ID the same whenever it is made. It
 * notes when somebody began to hand over its words.
 */
public final class MailMessage extends MimeMessage {

  private final String mailId;
  private volatile boolean begun;

  public MailMessage(Outgoing message) throws MessagingException {
    super(Session.getInstance(new Properties()));
    this.mailId = message.mailId();
    MimeMessageHelper helper =
        new MimeMessageHelper(
            this, MimeMessageHelper.MULTIPART_MODE_RELATED, StandardCharsets.UTF_8.name());
    helper.setValidateAddresses(true);
    try {
      String from = message.fromEmail();
      if (from != null) {
        helper.setFrom(new InternetAddress(from, message.fromName(), "UTF-8"));
      }
      helper.setTo(new InternetAddress(message.address(), message.toName(), "UTF-8"));
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
    helper.setSubject(message.subject());
    helper.setText(message.text(), message.html());
    setHeader("Auto-Submitted", "auto-generated");
    setHeader("Message-ID", mailId);
  }

  /** Whether its words have begun to leave the house. */
  boolean isBegun() {
    return begun;
  }

  @Override
  public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
    begun = true;
    super.writeTo(out, without);
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", mailId);
  }
}
