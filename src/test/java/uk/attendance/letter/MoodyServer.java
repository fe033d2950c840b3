package uk.attendance.letter;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that gives a wrong answer, or breaks the connection, at one point of the talk. */
final class MoodyServer implements Closeable {

  private static final String DROP = "drop";

  private final ServerSocket socket;
  private final String at;
  private final String answer;

  /**
   * @param at MAIL, RCPT, DATA, END (of the words) or QUIT
   * @param answer what it says there; drop: it hangs up
   */
  MoodyServer(String at, String answer) throws IOException {
    this.socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    this.at = at;
    this.answer = answer;
    Thread talk = new Thread(this::serve, "moody-server");
    talk.setDaemon(true);
    talk.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    try (Socket client = socket.accept();
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII))) {
      OutputStream out = client.getOutputStream();
      say(out, "220 moody");
      boolean words = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String point = words ? (line.equals(".") ? "END" : "") : line.split("[ :]")[0];
        if (point.isEmpty()) {
          continue;
        }
        if (point.equals(at) && answer.equals(DROP)) {
          return;
        }
        say(out, point.equals(at) ? answer : usual(point));
        words = point.equals("DATA") && !point.equals(at);
        if (point.equals("QUIT")) {
          return;
        }
      }
    } catch (IOException e) {
      // the other side hung up: nothing to answer any more
    }
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

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
