package org.sightline.graphql.connection;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets by which cursors are encrypted: the setting {@code sightline.cursor-key}, the same
 * for all instances, and while it is changed {@code sightline.cursor-key-before}, by which cursors
 * are still taken and none is made. Each is the secret itself, or {@code file:} and the path of a
 * file that holds it. Without the first a random one stands until this process ends.
 */
@Singleton
public final class CursorKeys {
  private static final Logger LOG = LoggerFactory.getLogger(CursorKeys.class);
  private static final String NOW = "sightline.cursor-key";
  private static final String BEFORE = "sightline.cursor-key-before";
  private static final String FILE = "file:";
  private static final int RANDOM_BYTES = 32;
  private static final int SHORTEST = 32;

  private final CursorKey now;
  private final List<CursorKey> taken;

  CursorKeys(
      @Value("${" + NOW + ":}") @Nullable String now,
      @Value("${" + BEFORE + ":}") @Nullable String before) {
    Optional<CursorKey> given = key(NOW, now);
    if (given.isEmpty()) {
      LOG.warn(
          "{} is not set: cursors end with this process, and are none of another instance.", NOW);
    }
    this.now = given.orElseGet(CursorKeys::random);
    this.taken = Stream.concat(Stream.of(this.now), key(BEFORE, before).stream()).toList();
  }

  /** What only these keys open. The same bytes are sealed alike. */
  byte[] sealed(byte beside, byte[] plain) {
    return now.sealed(beside, plain);
  }

  /** What was sealed here, or by the key before; nothing where that was not so. */
  Optional<byte[]> opened(byte beside, byte[] sealed) {
    return taken.stream().flatMap(key -> key.opened(beside, sealed).stream()).findFirst();
  }

  private static Optional<CursorKey> key(String setting, @Nullable String given) {
    String secret = secret(setting, given == null ? "" : given.strip());
    if (secret.isEmpty()) {
      return Optional.empty();
    }
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "%s must have at least %d characters.".formatted(setting, SHORTEST));
    }
    return Optional.of(new CursorKey(secret.getBytes(StandardCharsets.UTF_8)));
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

  private static CursorKey random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new CursorKey(bytes);
  }
}
