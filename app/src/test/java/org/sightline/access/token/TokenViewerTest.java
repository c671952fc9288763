package org.sightline.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.tenancy.Viewer;

/** Whom the claims of a good token name. */
final class TokenViewerTest {
  @ParameterizedTest
  @CsvSource(
      value = {
        "{\"sub\":\"a\"} | |",
        "{\"sub\":\"a\",\"organization\":null} | |",
        "{\"sub\":\"a\",\"organization\":[]} | |",
        "{\"sub\":\"a\",\"organization\":{}} | |",
        "{\"sub\":\"a\",\"organization\":[\"e06000010\"]} | e06000010 |",
        "{\"sub\":\"a\",\"organization\":\"e06000010\"} | e06000010 |",
        "{\"sub\":\"a\",\"organization\":{\"e06000010\":{\"gss\":[\"E06000010\"]}}} | e06000010 |",
        "{\"sub\":\"a\",\"email\":\"a@b.example\",\"email_verified\":true} | | a@b.example",
        "{\"sub\":\"a\",\"email\":\"a@b.example\",\"email_verified\":false} | |",
        "{\"sub\":\"a\",\"email\":\"a@b.example\",\"email_verified\":\"true\"} | |",
        "{\"sub\":\"a\",\"email\":\"a@b.example\"} | |",
        "{\"sub\":\"a\",\"email\":\" \",\"email_verified\":true} | |",
        "{\"sub\":\"a\",\"email\":[\"a@b.example\"],\"email_verified\":true} | |",
      },
      delimiter = '|',
      quoteCharacter = '\'')
  void areRead(String claims, String organisation, String email) throws Exception {
    assertThat(viewer(claims))
        .isEqualTo(new Viewer("a", Optional.ofNullable(organisation), Optional.ofNullable(email)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"sub\":null}",
        "{\"sub\":\"\"}",
        "{\"sub\":\"  \"}",
        "{\"sub\":\"anonymous\"}",
        "{\"sub\":\"a\\u0000b\"}",
        "{\"sub\":\"a b\"}",
        "{\"sub\":\"a\",\"organization\":[\"e06000010\",\"e06000019\"]}",
        "{\"sub\":\"a\",\"organization\":{\"e06000010\":{},\"e06000019\":{}}}",
        "{\"sub\":\"a\",\"organization\":[\" \"]}",
        "{\"sub\":\"a\",\"organization\":[null]}",
        "{\"sub\":\"a\",\"organization\":[[\"e06000010\"]]}",
        "{\"sub\":\"a\",\"organization\":7}",
        "{\"sub\":\"a\",\"organization\":\"\"}",
      })
  void nameNobody(String claims) {
    assertThatExceptionOfType(RefusedTokenException.class).isThrownBy(() -> viewer(claims));
  }

  private static Viewer viewer(String claims) throws ParseException, RefusedTokenException {
    return TokenViewer.of(JWTClaimsSet.parse(claims));
  }
}
