package uk.gov.service.notify;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.time.Duration;

/**
 * The client with time-outs, and without the second try that Java makes of its own accord when a
 * connection breaks before the answer: that would send a text twice. It stands in the client's own
 * package, since there alone a connection can be reached before it is used.
 */
public class PatientNotificationClient extends NotificationClient {

  static {
    // read once, when the first connection of the program is made
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private final int connectWithin;
  private final int answerWithin;

  public PatientNotificationClient(
      String apiKey, String baseUrl, Duration connectWithin, Duration answerWithin) {
    super(apiKey, baseUrl, null, null);
    this.connectWithin = Math.toIntExact(connectWithin.toMillis());
    this.answerWithin = Math.toIntExact(answerWithin.toMillis());
  }

  @Override
  HttpURLConnection getConnection(URL url) throws IOException {
    HttpURLConnection connection = super.getConnection(url);
    connection.setConnectTimeout(connectWithin);
    connection.setReadTimeout(answerWithin);
    connection.setInstanceFollowRedirects(false);
    return connection;
  }
}
