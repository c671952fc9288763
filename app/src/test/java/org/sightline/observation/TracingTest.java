package org.sightline.observation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where spans are sent. */
final class TracingTest {
  @ParameterizedTest
  @CsvSource({
    "http://collector.example:4318, http://collector.example:4318/v1/traces",
    "http://collector.example:4318/, http://collector.example:4318/v1/traces",
    "https://collector.example/v1/traces, https://collector.example/v1/traces",
    "https://collector.example/tenant/otlp, https://collector.example/tenant/otlp",
  })
  void anAddressWithoutAPathIsTheCollectors(String given, String traces) {
    assertThat(Tracing.traces(given)).isEqualTo(traces);
  }
}
