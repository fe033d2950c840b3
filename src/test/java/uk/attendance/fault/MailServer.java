package uk.attendance.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that takes mail from many at once, counts each by its Message-ID, and has a mood:
 * it may answer what it is told at one point of the talk, hang up there, say nothing at all, or be
 * down.
 */
final class MailServer implements AutoCloseable {

  static final String HANGS_UP = "hangs up";

  /** As a tarpit does: the connection stands, and nothing comes. */
  static final String SAYS_NOTHING = "says nothing";

  /**
   * @param at MAIL, RCPT, DATA, END (of the words) or QUIT
   * @param answer what it says there
   * @param times to so many mails; then it is in a good mood
   */
  record Mood(String at, String answer, int times) {

    boolean refusesAt(String point) {
      return at.equals(point) && answer.matches("[45].*");
    }
  }

  private final int port;
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Mood> moods = new ConcurrentHashMap<>();
  private volatile ServerSocket socket;

  MailServer() {
    socket = listen(0);
    port = socket.getLocalPort();
  }

  int port() {
    return port;
  }

  /** Its mood towards mails from a school. */
  void mood(String school, Mood mood) {
    moods.put(school, mood);
  }

  /** The mood towards a mail that begins now: {@code MAIL FROM:<office@school.example.org>}. */
  private @Nullable Mood towards(String mailFrom) {
    String school = mailFrom.replaceAll(".*@|\\.example.*", "");
    Mood now = moods.get(school);
    if (now != null) {
      moods.computeIfPresent(
          school,
          (key, mood) ->
              mood.times() == 1 ? null : new Mood(mood.at(), mood.answer(), mood.times() - 1));
    }
    return now;
  }

  void goDown() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    open.forEach(MailServer::cut);
  }

  void comeUp() {
    socket = listen(port);
  }

  /** How often a mail arrived whole, by its Message-ID. */
  int taken(String messageId) {
    return taken.getOrDefault(messageId, 0);
  }

  private ServerSocket listen(int at) {
    try {
      ServerSocket listening = new ServerSocket();
      listening.setReuseAddress(true);
      listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 50);
      Thread accepting = new Thread(() -> accept(listening), "mail-server");
      accepting.setDaemon(true);
      accepting.start();
      return listening;
    } catch (IOException e) {
      throw new IllegalStateException("mail server", e);
    }
  }

  private void accept(ServerSocket listening) {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        open.add(client);
        Thread talk = new Thread(() -> talk(client), "mail-talk");
        talk.setDaemon(true);
        talk.start();
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = client.getOutputStream();
      say(out, "220 mail");
      String messageId = "";
      Mood mood = null;
      boolean words = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (words && !line.equals(".")) {
          messageId = line.startsWith("Message-ID: ") ? line.substring(12).strip() : messageId;
          continue;
        }
        String point = words ? "END" : line.split("[ :]")[0];
        mood = point.equals("MAIL") ? towards(line) : mood;
        boolean refuses = mood != null && mood.refusesAt(point);
        if (point.equals("END") && !refuses) {
          // it has the mail, whatever becomes of its answer
          taken.merge(messageId, 1, Integer::sum);
        }
        if (!answered(out, point, mood) || point.equals("QUIT")) {
          return;
        }
        words = point.equals("DATA") && !refuses;
      }
    } catch (IOException e) {
      // the other side hung up, or we were told to be down
    } finally {
      open.remove(client);
    }
  }

  /** False where it hangs up instead. */
  private static boolean answered(OutputStream out, String point, @Nullable Mood mood)
      throws IOException {
    if (mood == null || !mood.at().equals(point)) {
      say(out, usual(point));
      return true;
    }
    if (mood.answer().equals(HANGS_UP)) {
      return false;
    }
    if (!mood.answer().equals(SAYS_NOTHING)) {
      say(out, mood.answer());
    }
    return true;
  }

  private static String usual(String point) {
    return switch (point) {
      case "DATA" -> "354 go on";
      case "QUIT" -> "221 bye";
      default -> "250 ok";
    };
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void cut(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it was cut already
    }
  }

  @Override
  public void close() {
    goDown();
  }
}
