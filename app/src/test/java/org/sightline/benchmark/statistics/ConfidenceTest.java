package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ConfidenceTest {
  @Property
  void zIsThatOfTheTables(@ForAll Confidence confidence) {
    Exactly.assertRelative(confidence.z(), Exactly.z(confidence).doubleValue());
    assertThat(confidence.level() + 2 * confidence.tail()).isEqualTo(1);
  }
}
