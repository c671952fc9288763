package org.sightline.health;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between a client and a server on this machine: it can be cut, fall silent and be mended.
 */
final class Relay implements AutoCloseable {
  private final InetSocketAddress target;
  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> silent = ConcurrentHashMap.newKeySet();
  private volatile boolean isCut;
  private volatile boolean isSilent;

  Relay(String host, int port) {
    target = new InetSocketAddress(host, port);
    try {
      listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread _ = Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Closes every connection and takes no other. */
  void cut() {
    isCut = true;
    open.forEach(Relay::close);
  }

  /** Keeps every connection open, takes others, and hands nothing on. */
  void fallSilent() {
    isSilent = true;
    silent.addAll(open);
  }

  /** From now on; what was silent stays so. */
  void mend() {
    isCut = false;
    isSilent = false;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread _ = Thread.ofVirtual().start(() -> join(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void join(Socket client) {
    try (client;
        Socket server = new Socket()) {
      if (isCut) {
        return;
      }
      server.connect(target);
      open.add(client);
      open.add(server);
      if (isSilent) {
        silent.add(client);
        silent.add(server);
      }
      Thread back = Thread.ofVirtual().start(() -> copy(server, client));
      copy(client, server);
      back.join();
    } catch (IOException e) {
      // The other side sees a closed connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] bytes = new byte[8192];
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (!silent.contains(from)) {
          out.write(bytes, 0, count);
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      close(from);
      close(to);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
