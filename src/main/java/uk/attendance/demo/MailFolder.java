package uk.attendance.demo;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.Handover;
import uk.attendance.letter.MailMessage;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Channel;

/**
 * Nobody in the demonstration has a mailbox: mail goes into a folder, as files that any mail
 * program opens. A mail server that is configured takes it instead.
 */
@Component
@Profile("demo")
@ConditionalOnExpression("'${spring.mail.host:}'.isEmpty()")
class MailFolder implements Carrier {

  private final Path folder;

  MailFolder(@Value("${attendance.data}") Path data) {
    this.folder = data.resolve("mail");
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public String inWords() {
    return "into the folder data/mail on this machine, since nobody here is real";
  }

  @Override
  public Handover handOver(Outgoing message) {
    String name = message.mailId().replaceAll("[^0-9a-f-]", "") + ".eml";
    try {
      Files.createDirectories(folder);
      Path half = folder.resolve(name + ".part");
      try (OutputStream out = Files.newOutputStream(half)) {
        MailMessage mail = new MailMessage(message);
        mail.saveChanges();
        mail.writeTo(out);
      }
      Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      return Handover.taken("Written as " + name);
    } catch (MessagingException e) {
      return Handover.refused("It cannot be written as a mail: " + e.getMessage());
    } catch (IOException e) {
      return Handover.notNow("The folder cannot be written to: " + e.getMessage());
    }
  }
}
