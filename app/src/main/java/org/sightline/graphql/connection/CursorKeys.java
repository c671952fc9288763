package org.sightline.graphql.connection;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets by which cursors are signed: the setting {@code sightline.cursor-key}, the same for
 * all instances, and while it is changed {@code sightline.cursor-key-before}, by which cursors are
 * still taken and none is made. Each is the secret itself, or {@code file:} and the path of a file
 * that holds it. Without the first a random one stands until this process ends.
 */
@Singleton
public final class CursorKeys {
  /** Of the 32 bytes that HMAC with SHA-256 gives: nobody guesses 128 bits. */
  static final int MARK_BYTES = 16;

  private static final Logger LOG = LoggerFactory.getLogger(CursorKeys.class);
  private static final String NOW = "sightline.cursor-key";
  private static final String BEFORE = "sightline.cursor-key-before";
  private static final String FILE = "file:";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int RANDOM_BYTES = 32;
  private static final int SHORTEST = 32;

  private final SecretKeySpec now;
  private final List<SecretKeySpec> taken;

  CursorKeys(
      @Value("${" + NOW + ":}") @Nullable String now,
      @Value("${" + BEFORE + ":}") @Nullable String before) {
    Optional<SecretKeySpec> given = key(NOW, now);
    if (given.isEmpty()) {
      LOG.warn(
          "{} is not set: cursors end with this process, and are none of another instance.", NOW);
    }
    this.now = given.orElseGet(CursorKeys::random);
    this.taken = Stream.concat(Stream.of(this.now), key(BEFORE, before).stream()).toList();
  }

  /** What proves that some bytes were written here. */
  byte[] mark(byte[] bytes) {
    return mark(now, bytes);
  }

  /** Compares in a time that does not tell how much of the mark is right. */
  boolean isMarked(byte[] bytes, byte[] mark) {
    return taken.stream()
        .map(key -> MessageDigest.isEqual(mark(key, bytes), mark))
        .reduce(false, Boolean::logicalOr);
  }

  private static byte[] mark(SecretKeySpec key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(bytes), MARK_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
    }
  }

  private static Optional<SecretKeySpec> key(String setting, @Nullable String given) {
    String secret = secret(setting, given == null ? "" : given.strip());
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "%s must have at least %d characters.".formatted(setting, SHORTEST));
    }
    return Optional.of(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
  }

  private static String secret(String setting, String given) {
    if (!given.startsWith(FILE)) {
      return given;
    }
    Path file = Path.of(given.substring(FILE.length()));
    try {
      String secret = Files.readString(file).strip();
      if (secret.isEmpty()) {
        throw new IllegalArgumentException(
            "%s names the file %s, which is empty.".formatted(setting, file));
      }
      return secret;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s names the file %s, which cannot be read.".formatted(setting, file), e);
    }
  }

  private static SecretKeySpec random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new SecretKeySpec(bytes, ALGORITHM);
  }
}
