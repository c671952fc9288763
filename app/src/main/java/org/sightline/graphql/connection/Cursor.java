package org.sightline.graphql.connection;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.graphql.BadUserInput;

/**
 * A position in a list that is ordered by an instant and, within it, by a key.
 *
 * @param list the root field of the list: a cursor of one list is none of another
 * @param at in UTC
 */
public record Cursor(String list, OffsetDateTime at, String key) {
  private static final String SEPARATOR = "|";
  private static final int PARTS = 3;

  public Cursor {
    at = at.withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** The text that callers see. */
  String encoded() {
    byte[] bytes =
        String.join(SEPARATOR, list, at.toString(), key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor that a caller sent.
   *
   * @throws BadUserInput when it is none of the list
   */
  static Cursor decode(String list, String text) {
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split("[|]", -1);
      Cursor cursor = new Cursor(list, OffsetDateTime.parse(parts[1]), parts[PARTS - 1]);
      boolean isOurs = parts.length == PARTS && cursor.encoded().equals(text);
      if (isOurs && Math.abs(cursor.at().getYear()) < 10_000) {
        return cursor;
      }
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw none(list);
    }
    throw none(list);
  }

  /** The key, where it is a whole number. */
  public int number() {
    return key(Integer::valueOf);
  }

  /** The key, where it is a UUID. */
  public UUID uuid() {
    return key(UUID::fromString);
  }

  private <T> T key(Function<String, T> read) {
    try {
      return read.apply(key);
    } catch (IllegalArgumentException e) {
      throw none(list);
    }
  }

  private static BadUserInput none(String list) {
    return new BadUserInput(
        "That is no cursor of %s: give the endCursor of an earlier answer.".formatted(list),
        "after");
  }
}
