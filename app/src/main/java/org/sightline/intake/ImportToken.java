package org.sightline.intake;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * What whoever imports over HTTP from this machine may show in place of an access token: made anew
 * at every start, and printed by plain {@code mvn} then, or fixed by the setting {@code
 * sightline.import-token}.
 */
@Singleton
public final class ImportToken {
  private static final int BYTES = 32;
  private static final int SHORTEST = 16;

  private final String token;

  ImportToken(@Value("${sightline.import-token:}") @Nullable String fixed) {
    String chosen = fixed == null ? "" : fixed.strip();
    if (!chosen.isEmpty() && chosen.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "sightline.import-token must have at least " + SHORTEST + " characters.");
    }
    token = chosen.isEmpty() ? random() : chosen;
  }

  /** The token, for the text of the start. */
  public String value() {
    return token;
  }

  /** Compares in a time that does not tell how much of it is right. */
  public boolean matches(String given) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private static String random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
