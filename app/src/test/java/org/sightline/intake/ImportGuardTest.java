package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard by itself: other addresses than a machine that runs tests may have. */
class ImportGuardTest {
  private static final String TOKEN = "a-token-of-the-tests";

  private final ImportGuard guard = new ImportGuard(new ImportToken(TOKEN));

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void knowsThisMachine(String address) {
    assertThat(isOfThisMachine(new InetSocketAddress(address, 50000))).isTrue();
  }

  @Test
  void letsNobodyOnWithoutCredentials() {
    HttpResponse<?> response = guard.guard(HttpRequest.GET("/imports"));

    assertThat(Objects.requireNonNull(response).code())
        .isEqualTo(HttpStatus.UNAUTHORIZED.getCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "10.0.0.9", "2001:db8::9"})
  void takesNoOtherMachineForThisOne(String address) {
    assertThat(isOfThisMachine(new InetSocketAddress(address, 50000))).isFalse();
  }

  @Test
  void takesNobodyWhoseAddressIsUnknownForThisMachine() {
    assertThat(isOfThisMachine(InetSocketAddress.createUnresolved("localhost", 50000))).isFalse();
  }

  private boolean isOfThisMachine(InetSocketAddress address) {
    HttpRequest<?> request = from(address);
    assertThat(guard.guard(request)).isNull();
    return ImportGuard.isOfThisMachine(request);
  }

  private static HttpRequest<?> from(InetSocketAddress address) {
    return new HttpRequestWrapper<>(
        HttpRequest.GET("/imports").header("Authorization", "Bearer " + TOKEN)) {
      @Override
      public InetSocketAddress getRemoteAddress() {
        return address;
      }
    };
  }
}
