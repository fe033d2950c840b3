package uk.attendance.notify;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;
import uk.gov.service.notify.NotificationClientException;

/**
 * What Notify answered where it did not take something. Its words may change and are shown only;
 * what they mean is told by the status and by the kind of error, which Notify promises to keep.
 */
record Answers(Meaning meaning, String words) {

  /** What follows from an answer. */
  enum Meaning {
    /** Nothing left the house, or Notify could not take it: another time. */
    NOT_NOW,
    /** Too many requests in this minute. */
    LIMIT_OF_THE_MINUTE,
    /** As many messages as the service may send today; the count begins anew at midnight UTC. */
    LIMIT_OF_THE_DAY,
    /** The school's key or address is wrong, or this machine's clock. */
    NOT_LET_IN,
    /** This message will never be taken. */
    REFUSED,
    /** It may have been taken. */
    NOT_KNOWN
  }

  private static final String DAILY = "TooManyRequestsError";

  static Answers of(NotificationClientException failure) {
    int status = failure.getHttpResult();
    return status == 0
        ? ofConnection(failure)
        : ofStatus(status, String.valueOf(failure.getMessage()));
  }

  /** What it took for an answer could not be read. */
  static Answers unreadable(RuntimeException failure) {
    return new Answers(
        Meaning.NOT_KNOWN,
        "GOV.UK Notify answered something that could not be read: " + failure.getMessage());
  }

  private static Answers ofStatus(int status, String message) {
    List<JSONObject> errors = errors(message);
    String words = words(status, errors);
    Meaning meaning =
        switch (status) {
          case 401, 403, 404 -> Meaning.NOT_LET_IN;
          case 408, 500, 503 -> Meaning.NOT_NOW;
          case 429 ->
              errors.stream().anyMatch(error -> error.optString("error").equals(DAILY))
                  ? Meaning.LIMIT_OF_THE_DAY
                  : Meaning.LIMIT_OF_THE_MINUTE;
          default -> status >= 400 && status < 500 ? Meaning.REFUSED : Meaning.NOT_KNOWN;
        };
    return new Answers(meaning, words);
  }

  private static Answers ofConnection(NotificationClientException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    boolean nothingSent =
        cause instanceof ConnectException
            || cause instanceof UnknownHostException
            || cause instanceof NoRouteToHostException
            || cause instanceof SSLHandshakeException
            || cause instanceof SocketTimeoutException
                && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
    return nothingSent
        ? new Answers(Meaning.NOT_NOW, "GOV.UK Notify was not reached: " + cause.getMessage())
        : new Answers(
            Meaning.NOT_KNOWN, "The connection to GOV.UK Notify broke: " + cause.getMessage());
  }

  private static String words(int status, List<JSONObject> errors) {
    List<String> words = errors.stream().map(error -> error.optString("message")).toList();
    return words.isEmpty()
        ? "GOV.UK Notify answered with status %d.".formatted(status)
        : "GOV.UK Notify says: " + String.join("; ", words);
  }

  /** The client puts the body behind the status. */
  private static List<JSONObject> errors(String message) {
    List<JSONObject> found = new ArrayList<>();
    int begin = message.indexOf('{');
    if (begin >= 0) {
      try {
        JSONArray errors = new JSONObject(message.substring(begin)).optJSONArray("errors");
        for (int i = 0; errors != null && i < errors.length(); i++) {
          found.add(errors.getJSONObject(i));
        }
      } catch (JSONException e) {
        // something between us and Notify answered in its place: the status has to do
      }
    }
    return found;
  }
}
