package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DockerEngineTest {
  @Test
  void hearsAnEngineThatAnswers() throws IOException {
    try (ServerSocket engine = listen()) {
      Thread.ofVirtual().start(() -> answerOnce(engine));

      assertThat(DockerEngine.answers(at(engine))).isTrue();
    }
  }

  @Test
  void doesNotWaitASecondForOneThatIsSilent() throws IOException {
    Instant start = Instant.now();
    try (ServerSocket silent = listen()) {
      assertThat(DockerEngine.answers(at(silent))).isFalse();
    }
    assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void hearsNothingWhereThereIsNone() {
    assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", "unix:///no/such/socket"))).isFalse();
    assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"))).isFalse();
    assertThat(DockerEngine.answers(Map.of("DOCKER_HOST", "nonsense"))).isFalse();
  }

  private static ServerSocket listen() throws IOException {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  private static Map<String, String> at(ServerSocket engine) {
    return Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getLocalPort());
  }

  private static void answerOnce(ServerSocket engine) {
    try (Socket socket = engine.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\n\r\nOK".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
