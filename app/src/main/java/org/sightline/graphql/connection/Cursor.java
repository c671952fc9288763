package org.sightline.graphql.connection;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.graphql.BadUserInput;

/**
 * A position in a list that is ordered by an instant and, within it, by a key; in a list that is
 * searched, first by how well an item fits. Callers cannot read it.
 *
 * @param list the list's name, that of its field, with the type's before it where another list's
 *     field is called so too
 * @param rank how well the item fits what was searched, to the last bit; 0 where nothing was
 * @param at in UTC; the epoch where the list is ordered by its key alone
 */
public record Cursor(String list, float rank, OffsetDateTime at, String key) {
  public Cursor {
    at = at.withOffsetSameInstant(ZoneOffset.UTC);
  }

  /** A position in a list that is not searched. */
  public Cursor(String list, OffsetDateTime at, String key) {
    this(list, 0, at, key);
  }

  /** A position in a list that is ordered by its key alone. */
  public Cursor(String list, String key) {
    this(list, Instant.EPOCH.atOffset(ZoneOffset.UTC), key);
  }

  /** The key, where it is a whole number. */
  public int number() {
    return key(Integer::valueOf);
  }

  /** The key, where it is a UUID. */
  public UUID uuid() {
    return key(UUID::fromString);
  }

  /**
   * The key, as it is read.
   *
   * @param read throws IllegalArgumentException for a text of another form
   */
  public <T> T key(Function<String, T> read) {
    try {
      return read.apply(key);
    } catch (IllegalArgumentException e) {
      throw none(list);
    }
  }

  static BadUserInput none(String list) {
    return new BadUserInput(
        "That is no cursor of %s: give the endCursor of an earlier answer, or begin again without after."
            .formatted(list),
        "after");
  }
}
