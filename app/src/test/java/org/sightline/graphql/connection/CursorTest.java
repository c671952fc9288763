package org.sightline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.BadUserInput;

class CursorTest {
  private static final Cursor CURSOR =
      new Cursor("list", OffsetDateTime.parse("2026-03-31T10:30:00.123456+01:00"), "17");

  @Test
  void keepsTheInstantToTheMicrosecondAndTheKey() {
    Cursor read = Cursor.decode("list", CURSOR.encoded());

    assertThat(read).isEqualTo(CURSOR);
    assertThat(read.at()).hasToString("2026-03-31T09:30:00.123456Z");
    assertThat(read.number()).isEqualTo(17);
  }

  @Test
  void isNoneOfAnotherList() {
    refuses("other", CURSOR.encoded());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "list",
        "list|2026-03-31T09:30:00Z",
        "list|yesterday|1",
        "list|2026-03-31T09:30:00Z|1|2",
        "list|+999999999-01-01T00:00:00Z|1",
        "list|2026-03-31T10:30:00+01:00|1"
      })
  void whatNobodyWasGivenIsRefused(String plain) {
    refuses(
        "list",
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsNoBase64IsRefused() {
    refuses("list", "not base64!");
  }

  @Test
  void aKeyOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> new Cursor("list", CURSOR.at(), "x").number())
        .isInstanceOf(BadUserInput.class);
    assertThatThrownBy(() -> new Cursor("list", CURSOR.at(), "x").uuid())
        .isInstanceOf(BadUserInput.class);
  }

  private static void refuses(String list, String text) {
    assertThatThrownBy(() -> Cursor.decode(list, text))
        .isInstanceOf(BadUserInput.class)
        .hasMessage("That is no cursor of %s: give the endCursor of an earlier answer.", list);
  }
}
