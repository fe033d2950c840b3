package uk.attendance.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Channel;

/**
 * Nobody in the demonstration has a telephone: texts go into a folder, as files to be read. A
 * carrier that is set up for a school comes first.
 */
@Component
@Profile("demo")
@Order(Ordered.LOWEST_PRECEDENCE)
class TextFolder implements Carrier {

  private final Path folder;

  TextFolder(@Value("${attendance.data}") Path data) {
    this.folder = data.resolve("texts");
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public String inWords() {
    return "into the folder data/texts on this machine, since nobody here is real";
  }

  @Override
  public Handover handOver(Outgoing message) {
    String name = message.mailId().replaceAll("[^0-9a-f-]", "") + ".txt";
    try {
      Files.createDirectories(folder);
      Path half = folder.resolve(name + ".part");
      Files.writeString(
          half, "To: %s, %s%n%n%s".formatted(message.address(), message.toName(), message.text()));
      Files.move(half, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      return Handover.taken("Written as " + name);
    } catch (IOException e) {
      return Handover.notNow("The folder cannot be written to: " + e.getMessage());
    }
  }
}
