package uk.attendance.fault;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A service that takes texts and says, when asked, whether it has one; it counts each. */
final class TextServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Integer> taken = new ConcurrentHashMap<>();

  /** What it says to the next texts: a status. */
  volatile int says = 201;

  TextServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException("text service", e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
  }

  /** How often a text arrived, by the name that its sender gave it. */
  int taken(String name) {
    return taken.getOrDefault(name, 0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring(1);
      exchange.getRequestBody().readAllBytes();
      int status;
      if (exchange.getRequestMethod().equals("GET")) {
        status = taken.containsKey(name) ? 200 : 404;
      } else {
        status = says;
        if (status == 201) {
          taken.merge(name, 1, Integer::sum);
        }
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
