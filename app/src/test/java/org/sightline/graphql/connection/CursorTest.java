package org.sightline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.sightline.graphql.BadUserInput;

class CursorTest {
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-03-31T10:30:00.123456+01:00");

  @Test
  void isInUtcWithAKeyOfItsKind() {
    String uuid = "00000000-0000-4000-8000-000000000017";

    assertThat(new Cursor("list", AT, "17").at()).hasToString("2026-03-31T09:30:00.123456Z");
    assertThat(new Cursor("list", AT, "17").number()).isEqualTo(17);
    assertThat(new Cursor("list", AT, uuid).uuid()).hasToString(uuid);
  }

  @Test
  void aKeyOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> new Cursor("list", AT, "x").number()).isInstanceOf(BadUserInput.class);
    assertThatThrownBy(() -> new Cursor("list", AT, "x").uuid()).isInstanceOf(BadUserInput.class);
  }
}
