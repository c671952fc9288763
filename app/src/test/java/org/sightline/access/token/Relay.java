package org.sightline.access.token;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A port that leads to Keycloak until it is cut: Keycloak itself goes on for the other tests. */
public final class Relay implements AutoCloseable {
  private final int target;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private ServerSocket door;

  /**
   * Opens a free port.
   *
   * @param target the port of this machine that it leads to
   */
  public Relay(int target) {
    this.target = target;
    door = open(0);
    port = door.getLocalPort();
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Nobody answers any more; what was open is closed. */
  public void cut() {
    try {
      door.close();
      for (Socket socket : sockets) {
        socket.close();
      }
      sockets.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keycloak is there again. */
  public void mend() {
    door = open(port);
  }

  private ServerSocket open(int wanted) {
    try {
      ServerSocket opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
      Thread.ofVirtual().start(() -> serve(opened));
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket opened) {
    while (!opened.isClosed()) {
      try {
        Socket caller = opened.accept();
        Socket keycloak = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(caller);
        sockets.add(keycloak);
        Thread.ofVirtual().start(() -> copy(caller, keycloak));
        Thread.ofVirtual().start(() -> copy(keycloak, caller));
      } catch (IOException e) {
        // The door was closed, or one caller went: the others are served.
      }
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException e) {
      // Either side has gone, and both are closed.
    }
  }

  @Override
  public void close() {
    cut();
  }
}
