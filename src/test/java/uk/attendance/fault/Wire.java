package uk.attendance.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The network between the program and its database: it carries bytes both ways, and may stall, when
 * connections stand and nothing comes through.
 */
final class Wire implements AutoCloseable {

  private final ServerSocket socket;
  private final int to;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition flowing = lock.newCondition();
  private boolean stalled;

  Wire(int to) {
    this.to = to;
    try {
      socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  void stall() {
    lock.lock();
    stalled = true;
    lock.unlock();
  }

  /** What was held back arrives. */
  void flow() {
    lock.lock();
    stalled = false;
    flowing.signalAll();
    lock.unlock();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket here = socket.accept();
        thread(() -> connect(here));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void connect(Socket here) {
    try {
      Socket there = new Socket(InetAddress.getLoopbackAddress(), to);
      thread(() -> carry(here, there));
      carry(there, here);
    } catch (IOException e) {
      close(here);
    }
  }

  private void carry(Socket from, Socket into) {
    byte[] bytes = new byte[8192];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        awaitFlow();
        out.write(bytes, 0, read);
      }
      awaitFlow();
    } catch (IOException e) {
      // one side is gone: so is the other
    } finally {
      close(from);
      close(into);
    }
  }

  private void awaitFlow() {
    lock.lock();
    try {
      while (stalled) {
        flowing.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it was closed already
    }
  }

  private static void thread(Runnable work) {
    Thread thread = new Thread(work, "wire");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    flow();
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
