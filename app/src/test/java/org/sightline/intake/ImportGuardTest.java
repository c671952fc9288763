package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpRequestWrapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guard by itself: other addresses than a machine that runs tests may have. */
class ImportGuardTest {
  private static final String TOKEN = "a-token-of-the-tests";

  private final ImportGuard guard = new ImportGuard(new ImportToken(TOKEN));

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void letsThisMachineIn(String address) {
    assertThat(guard.guard(from(new InetSocketAddress(address, 50000)))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "10.0.0.9", "2001:db8::9"})
  void letsNoOtherMachineIn(String address) {
    assertUnauthorized(guard.guard(from(new InetSocketAddress(address, 50000))));
  }

  @Test
  void letsNobodyInWhoseAddressIsUnknown() {
    assertUnauthorized(guard.guard(from(InetSocketAddress.createUnresolved("localhost", 50000))));
  }

  private static void assertUnauthorized(@Nullable HttpResponse<?> response) {
    assertThat(Objects.requireNonNull(response).code())
        .isEqualTo(HttpStatus.UNAUTHORIZED.getCode());
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
