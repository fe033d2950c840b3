package uk.attendance.bench;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes everything at once and keeps nothing but the count. */
final class Sink implements AutoCloseable {

  private final ServerSocket socket;
  private final AtomicInteger taken = new AtomicInteger();

  Sink() {
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  int taken() {
    return taken.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        start(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = new BufferedOutputStream(client.getOutputStream())) {
      client.setTcpNoDelay(true);
      say(out, "220 sink");
      boolean words = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (words) {
          if (line.equals(".")) {
            words = false;
            taken.incrementAndGet();
            say(out, "250 taken");
          }
        } else if (line.startsWith("DATA")) {
          words = true;
          say(out, "354 go on");
        } else if (line.startsWith("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 ok");
        }
      }
    } catch (IOException e) {
      // the other side hung up
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "sink");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
