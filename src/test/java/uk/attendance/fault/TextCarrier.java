package uk.attendance.fault;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import uk.attendance.letter.Carrier;
import uk.attendance.letter.Handover;
import uk.attendance.letter.Outgoing;
import uk.attendance.pupil.Channel;

/** Carries texts to {@link TextServer}. */
final class TextCarrier implements Carrier {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String address;

  TextCarrier(String address) {
    this.address = address;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public String inWords() {
    return "by the text service of the tests";
  }

  @Override
  public Handover handOver(Outgoing message) {
    try {
      int status =
          send(to(message).POST(HttpRequest.BodyPublishers.ofString(message.text())).build());
      return switch (status / 100) {
        case 2 -> Handover.taken("The text service took it.");
        case 4 -> Handover.refused("The text service says " + status);
        default -> Handover.notNow("The text service says " + status);
      };
    } catch (java.net.ConnectException e) {
      return Handover.notNow("The text service was not reached.");
    } catch (IOException e) {
      return Handover.notKnown("The connection to the text service broke.");
    }
  }

  @Override
  public Optional<Handover> ask(Outgoing message) {
    try {
      return send(to(message).GET().build()) == 200
          ? Optional.of(Handover.taken("The text service has it."))
          : Optional.of(Handover.notNow("The text service has never heard of it."));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private HttpRequest.Builder to(Outgoing message) {
    return HttpRequest.newBuilder(URI.create(address + message.mailId().replaceAll("[<>]|@.*", "")))
        .timeout(PATIENCE);
  }

  private int send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
