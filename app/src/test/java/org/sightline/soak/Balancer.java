package org.sightline.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A plain balancer of TCP connections: each in its turn to one of the instances that were ready
 * when they were last asked, twice a second. It knows nothing of HTTP and repeats nothing.
 */
final class Balancer implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final int CONNECT_MILLISECONDS = 1_000;

  private final List<Instance> instances;
  private final Set<Instance> ready = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private final ServerSocket listening;

  Balancer(List<Instance> instances) {
    this.instances = instances;
    try {
      listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    instances.forEach(one -> Thread.ofVirtual().start(() -> watch(one)));
    Thread _ = Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** Each by a watcher of its own: one that answers late holds up nobody else's. */
  private void watch(Instance instance) {
    while (!listening.isClosed()) {
      if (instance.isReady()) {
        ready.add(instance);
      } else {
        ready.remove(instance);
      }
      Instance.pause(INTERVAL);
    }
  }

  private Optional<Instance> next() {
    List<Instance> candidates = instances.stream().filter(ready::contains).toList();
    return candidates.isEmpty()
        ? Optional.empty()
        : Optional.of(candidates.get(Math.floorMod(turn.getAndIncrement(), candidates.size())));
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
    Optional<Instance> chosen = next();
    try (client;
        Socket server = new Socket()) {
      if (chosen.isEmpty()) {
        return;
      }
      server.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), chosen.get().port()),
          CONNECT_MILLISECONDS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread _ = Thread.ofVirtual().start(() -> copy(client, server));
      copy(server, client);
    } catch (IOException e) {
      // The client sees a closed connection, and judges.
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException e) {
      // The other direction ends by it.
    }
  }

  @Override
  public void close() {
    try {
      listening.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
