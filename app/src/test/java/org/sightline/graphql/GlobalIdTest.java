package org.sightline.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GlobalIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"17", "a:b", "2024/25", "Kingston upon Hull, City of", "\u00e9"})
  void readsWhatItWrote(String key) {
    String text = new GlobalId("Council", key).encoded();
    assertThat(text).matches("[A-Za-z0-9_-]+");
    assertThat(GlobalId.decode(text)).isEqualTo(new GlobalId("Council", key));
  }

  @Property(tries = 500)
  void anyTextIsAnIdOrNothing(@ForAll @NotEmpty String text) {
    try {
      assertThat(GlobalId.decode(text).encoded()).isEqualTo(text);
    } catch (NotFound e) {
      assertThat(e.message()).startsWith("There is nothing with the id '");
    }
  }
}
