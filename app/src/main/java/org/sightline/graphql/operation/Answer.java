package org.sightline.graphql.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, before a transport gives it a status.
 *
 * @param body as it is written: {@code data}, {@code errors}, {@code extensions}
 */
public record Answer(Kind kind, Map<String, @Nullable Object> body) {
  /** How far the request came. */
  public enum Kind {
    /** It ran; the body has data, perhaps beside errors. */
    EXECUTED,
    /** It was refused before it ran. */
    REFUSED,
    /** Its document is no GraphQL. */
    UNREADABLE,
    /** It is no query, where only queries are taken. */
    NOT_A_QUERY,
    /** Whoever has signed in is no member here. */
    NOT_A_MEMBER,
    /** It failed as a whole, by our fault. */
    FAILED
  }
}
