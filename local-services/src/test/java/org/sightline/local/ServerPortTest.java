package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ServerPortTest {
  @Test
  void looksOnlyAtTheAddressThatSightlineWillListenOn() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
      String port = Integer.toString(other.getLocalPort());

      assertThatCode(() -> requireFree("127.0.0.1", port)).doesNotThrowAnyException();
      assertThatExceptionOfType(StartFailure.class)
          .isThrownBy(() -> requireFree("127.0.0.2", port))
          .withMessage(
              "Port %s is in use: stop what uses it, or choose another by SIGHTLINE_PORT=8081.",
              port);
    }
  }

  @Test
  void saysThatTheHostIsNone() {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> requireFree("203.0.113.1", "0"))
        .withMessageContaining("203.0.113.1 cannot be opened");
  }

  private static void requireFree(String host, String port) {
    ServerPort.requireFree(
        new Settings(new Properties(), Map.of("SIGHTLINE_HOST", host, "SIGHTLINE_PORT", port)));
  }
}
