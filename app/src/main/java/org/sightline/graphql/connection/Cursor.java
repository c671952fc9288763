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
 * A position in a list that is ordered by an instant and, within it, by a key; in a list that is
 * searched, first by how well an item fits.
 *
 * @param list the root field of the list: a cursor of one list is none of another
 * @param rank how well the item fits what was searched, to the last bit; 0 where nothing was
 * @param at in UTC
 */
public record Cursor(String list, float rank, OffsetDateTime at, String key) {
  private static final String SEPARATOR = "|";
  private static final int PARTS = 3;

  public Cursor {
    at = at.withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** A position in a list that is not searched. */
  public Cursor(String list, OffsetDateTime at, String key) {
    this(list, 0, at, key);
  }

  /** The text that callers see. */
  String encoded() {
    String place = at + SEPARATOR + key;
    String ranked = rank == 0 ? place : rank + SEPARATOR + place;
    byte[] bytes = (list + SEPARATOR + ranked).getBytes(StandardCharsets.UTF_8);
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
      boolean isRanked = parts.length == PARTS + 1;
      Cursor cursor =
          new Cursor(
              list,
              isRanked ? Float.parseFloat(parts[1]) : 0,
              OffsetDateTime.parse(parts[parts.length - 2]),
              parts[parts.length - 1]);
      boolean isOurs = Float.isFinite(cursor.rank()) && cursor.encoded().equals(text);
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
