package uk.attendance.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.json.JSONArray;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;

/**
 * Speaks GOV.UK Notify's API on a free port of this machine, keeps what it takes, and misbehaves as
 * it is told to, one request after the other.
 */
public final class NotifyStandIn implements Closeable {

  public static final String SERVICE = "26785a09-ab16-4eb0-8407-a37497a57506";
  public static final String SECRET = "3d844edf-8d35-48ac-975b-e847b4f122b0";
  public static final String KEY = "attendance-" + SERVICE + "-" + SECRET;
  public static final String TEMPLATE = "f33517ff-2a88-4f6e-b855-c550268ce08a";
  private static final int PAGE = 250;

  /** What it does with the next message that is handed to it. */
  public sealed interface Mood {}

  /** Answers with an error of Notify's. */
  public record Refuses(int status, String error, String message) implements Mood {}

  /** Answers with something that is not Notify's. */
  public record Says(int status, String body) implements Mood {}

  /** Takes it, and answers only when it is let go. */
  public record Dawdles(CountDownLatch until) implements Mood {}

  /** Breaks the connection; before, it may have taken the message. */
  public record HangsUp(boolean takes) implements Mood {}

  /** Does what it should. */
  private record TakesIt() implements Mood {}

  /** A message that it took. */
  public static final class Taken {

    public final String id = UUID.randomUUID().toString();
    public final String type;
    public final String reference;
    public final String to;
    public final String words;
    public final byte[] pdf;
    private volatile String status;

    private Taken(String type, String reference, String to, String words, byte[] pdf) {
      this.type = type;
      this.reference = reference;
      this.to = to;
      this.words = words;
      this.pdf = pdf;
      this.status = type.equals("sms") ? "sending" : "accepted";
    }

    public boolean hasArrived() {
      return status.equals("delivered");
    }

    /** From now on. */
    public void is(String newStatus) {
      this.status = newStatus;
    }
  }

  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Queue<Mood> moods = new ConcurrentLinkedQueue<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger gets = new AtomicInteger();
  private volatile String secret = SECRET;
  private volatile String templateBody = "((message))";
  private volatile boolean away;

  public NotifyStandIn() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException("starting a stand-in for GOV.UK Notify", e);
    }
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** How it meets the next messages that are handed over, one mood each. */
  public void next(Mood... inTurn) {
    moods.addAll(List.of(inTurn));
  }

  /** As {@link #next}, after so many that it takes as it should. */
  public void nextBut(int wellTaken, Mood mood) {
    for (int n = 0; n < wellTaken; n++) {
      moods.add(new TakesIt());
    }
    moods.add(mood);
  }

  /** The key that it knows from now on ends with this. */
  public void knowsKeyEndingWith(String other) {
    this.secret = other;
  }

  public void hasTemplate(String body) {
    this.templateBody = body;
  }

  /** Whether it answers every question and message with 503. */
  public void isAway(boolean now) {
    this.away = now;
  }

  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** The words of the texts that it took, the oldest first. */
  public List<String> texts() {
    return taken.stream().filter(one -> one.type.equals("sms")).map(one -> one.words).toList();
  }

  /** How often something was handed to it, whatever it made of it. */
  public int posts() {
    return posts.get();
  }

  public int gets() {
    return gets.get();
  }

  /**
   * Posts a receipt, as Notify does.
   *
   * @return the status of the answer
   */
  public static int callBack(String url, String token, Taken text, String status) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url))
                  .timeout(Duration.ofSeconds(30))
                  .header("Content-Type", "application/json")
                  .header("Authorization", "Bearer " + token)
                  .POST(HttpRequest.BodyPublishers.ofString(receipt(text, status)))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException("calling back", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("calling back", e);
    }
  }

  /** The words of a receipt. */
  public static String receipt(Taken text, String status) {
    return new JSONObject()
        .put("id", text.id)
        .put("reference", text.reference)
        .put("to", text.to)
        .put("status", status)
        .put("created_at", "2025-11-03T09:40:00.000000Z")
        .put("sent_at", "2025-11-03T09:41:00.000000Z")
        .put("completed_at", "2025-11-03T09:42:00.000000Z")
        .put("notification_type", text.type)
        .put("template_id", TEMPLATE)
        .put("template_version", 1)
        .toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      boolean post = exchange.getRequestMethod().equals("POST");
      (post ? posts : gets).incrementAndGet();
      Mood mood = post ? moods.poll() : null;
      if (mood instanceof HangsUp hangsUp && !hangsUp.takes()) {
        return;
      }
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (away) {
        say(exchange, 503, error(503, "Exception", "Internal server error"));
      } else if (!isLetIn(exchange.getRequestHeaders().getFirst("Authorization"))) {
        say(exchange, 403, error(403, "AuthError", "Invalid token: API key not found"));
      } else if (post) {
        take(exchange, path, new JSONObject(body), mood);
      } else if (path.startsWith("/v2/template/")) {
        template(exchange, path.substring("/v2/template/".length()));
      } else if (path.equals("/v2/notifications")) {
        say(exchange, 200, list(exchange.getRequestURI()).toString());
      } else {
        one(exchange, path.substring(path.lastIndexOf('/') + 1));
      }
    }
  }

  private void take(HttpExchange exchange, String path, JSONObject asked, @Nullable Mood mood)
      throws IOException {
    if (mood instanceof Refuses refuses) {
      say(exchange, refuses.status(), error(refuses.status(), refuses.error(), refuses.message()));
      return;
    }
    if (mood instanceof Says says) {
      say(exchange, says.status(), says.body());
      return;
    }
    boolean sms = path.endsWith("/sms");
    if (sms && !asked.getString("phone_number").matches("(\\+44|0)7[0-9]{9}")) {
      say(exchange, 400, error(400, "ValidationError", "phone_number Not a UK mobile number"));
      return;
    }
    if (sms && !asked.getString("template_id").equals(TEMPLATE)) {
      say(exchange, 400, error(400, "BadRequestError", "Template not found"));
      return;
    }
    Taken one =
        sms
            ? new Taken(
                "sms",
                asked.optString("reference"),
                asked.getString("phone_number"),
                asked.getJSONObject("personalisation").getString("message"),
                new byte[0])
            : new Taken(
                "letter",
                asked.getString("reference"),
                "",
                "",
                Base64.getDecoder().decode(asked.getString("content")));
    taken.add(one);
    if (mood instanceof HangsUp) {
      return;
    }
    if (mood instanceof Dawdles dawdles) {
      await(dawdles.until());
    }
    say(exchange, 201, sms ? sent(one) : posted(one));
  }

  private static void await(CountDownLatch until) {
    try {
      until.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String sent(Taken one) {
    return new JSONObject()
        .put("id", one.id)
        .put("reference", one.reference)
        .put("content", new JSONObject().put("body", one.words).put("from_number", "SCHOOL"))
        .put("uri", address() + "/v2/notifications/" + one.id)
        .put("template", usedTemplate())
        .toString();
  }

  private static String posted(Taken one) {
    return new JSONObject()
        .put("id", one.id)
        .put("reference", one.reference)
        .put("postage", "second")
        .toString();
  }

  private JSONObject usedTemplate() {
    return new JSONObject()
        .put("id", TEMPLATE)
        .put("version", 1)
        .put("uri", address() + "/v2/template/" + TEMPLATE);
  }

  private void template(HttpExchange exchange, String id) throws IOException {
    if (!id.equals(TEMPLATE)) {
      say(exchange, 404, error(404, "NoResultFound", "No result found"));
      return;
    }
    say(
        exchange,
        200,
        new JSONObject()
            .put("id", TEMPLATE)
            .put("name", "Anything")
            .put("type", "sms")
            .put("created_at", "2025-09-01T09:00:00.000000Z")
            .put("updated_at", JSONObject.NULL)
            .put("created_by", "lead@example.org")
            .put("version", 1)
            .put("body", templateBody)
            .put("subject", JSONObject.NULL)
            .put("letter_contact_block", JSONObject.NULL)
            .toString());
  }

  private void one(HttpExchange exchange, String id) throws IOException {
    for (Taken one : taken) {
      if (one.id.equals(id)) {
        say(exchange, 200, notification(one).toString());
        return;
      }
    }
    say(exchange, 404, error(404, "NoResultFound", "No result found"));
  }

  /** The newest first, a page at a time. */
  private JSONObject list(URI asked) {
    String query = String.valueOf(asked.getQuery());
    List<Taken> newestFirst = new ArrayList<>(taken);
    java.util.Collections.reverse(newestFirst);
    String olderThan = parameter(query, "older_than");
    if (olderThan != null) {
      int at = newestFirst.stream().map(one -> one.id).toList().indexOf(olderThan);
      newestFirst = newestFirst.subList(at + 1, newestFirst.size());
    }
    String reference = parameter(query, "reference");
    String type = parameter(query, "template_type");
    JSONArray found =
        new JSONArray(
            newestFirst.stream()
                .filter(one -> reference == null || one.reference.equals(reference))
                .filter(one -> type == null || one.type.equals(type))
                .limit(PAGE)
                .map(this::notification)
                .collect(Collectors.toList()));
    return new JSONObject()
        .put("notifications", found)
        .put("links", new JSONObject().put("current", address() + "/v2/notifications"));
  }

  private static @Nullable String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return null;
  }

  private JSONObject notification(Taken one) {
    boolean over = !List.of("created", "sending", "accepted").contains(one.status);
    return new JSONObject()
        .put("id", one.id)
        .put("reference", one.reference)
        .put("phone_number", one.to)
        .put("type", one.type)
        .put("status", one.status)
        .put("template", usedTemplate())
        .put("body", one.words)
        .put("subject", JSONObject.NULL)
        .put("created_at", "2025-11-03T09:40:00.000000Z")
        .put("sent_at", "2025-11-03T09:41:00.000000Z")
        .put("completed_at", over ? "2025-11-03T09:42:00.000000Z" : JSONObject.NULL);
  }

  private static String error(int status, String error, String message) {
    return new JSONObject()
        .put("status_code", status)
        .put(
            "errors",
            new JSONArray().put(new JSONObject().put("error", error).put("message", message)))
        .toString();
  }

  /** The token is signed with the key that it knows. */
  private boolean isLetIn(@Nullable String authorization) {
    String[] parts = String.valueOf(authorization).replace("Bearer ", "").split("\\.");
    if (parts.length != 3) {
      return false;
    }
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "RAW"));
      byte[] signature =
          mac.doFinal((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature).equals(parts[2]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  private static void say(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
