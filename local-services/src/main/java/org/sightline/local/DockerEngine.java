package org.sightline.local;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a Docker engine answers. Testcontainers could tell too, but takes seconds over it and
 * writes a page of warnings when there is none.
 */
final class DockerEngine {
  private static final long PATIENCE_MILLISECONDS = 500;
  private static final byte[] PING =
      "GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private DockerEngine() {}

  /** Asks the engine named by {@code DOCKER_HOST}, or else those at the usual sockets. */
  static boolean answers(Map<String, String> environment) {
    return addresses(environment).anyMatch(DockerEngine::answersAt);
  }

  private static Stream<SocketAddress> addresses(Map<String, String> environment) {
    String host = environment.getOrDefault("DOCKER_HOST", "");
    if (!host.isBlank()) {
      return address(host).stream();
    }
    String home = System.getProperty("user.home", "");
    return Stream.of(
            Path.of("/var/run/docker.sock"),
            Path.of(environment.getOrDefault("XDG_RUNTIME_DIR", "/nowhere"), "docker.sock"),
            Path.of(home, ".docker/run/docker.sock"))
        .filter(Files::exists)
        .map(UnixDomainSocketAddress::of);
  }

  private static Optional<SocketAddress> address(String host) {
    URI uri = URI.create(host);
    if ("unix".equals(uri.getScheme())) {
      return Optional.of(UnixDomainSocketAddress.of(uri.getPath()));
    }
    return Optional.ofNullable(uri.getHost())
        .map(name -> new InetSocketAddress(name, uri.getPort() < 0 ? 2375 : uri.getPort()));
  }

  private static boolean answersAt(SocketAddress address) {
    StandardProtocolFamily family =
        address instanceof UnixDomainSocketAddress
            ? StandardProtocolFamily.UNIX
            : StandardProtocolFamily.INET;
    try (Selector selector = Selector.open();
        SocketChannel channel = SocketChannel.open(family)) {
      channel.configureBlocking(false);
      if (!channel.connect(address) && !isReady(selector, channel, SelectionKey.OP_CONNECT)) {
        return false;
      }
      channel.finishConnect();
      channel.write(ByteBuffer.wrap(PING));
      ByteBuffer answer = ByteBuffer.allocate(64);
      return isReady(selector, channel, SelectionKey.OP_READ)
          && channel.read(answer) > 0
          && saysOk(answer);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static boolean isReady(Selector selector, SocketChannel channel, int operation)
      throws IOException {
    channel.register(selector, operation);
    return selector.select(PATIENCE_MILLISECONDS) > 0;
  }

  private static boolean saysOk(ByteBuffer answer) {
    String line = StandardCharsets.US_ASCII.decode(answer.flip()).toString();
    return List.of("HTTP/1.0 200", "HTTP/1.1 200").stream().anyMatch(line::startsWith);
  }
}
