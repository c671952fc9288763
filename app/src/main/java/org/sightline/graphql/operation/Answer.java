package org.sightline.graphql.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer, before a transport gives it a status.
 *
 * @param body as it is written: {@code data}, {@code errors}, {@code extensions}
 * @param secondsToWait after which the same may be asked again; 0 where nothing is said
 */
public record Answer(Kind kind, Map<String, @Nullable Object> body, long secondsToWait) {
  Answer(Kind kind, Map<String, @Nullable Object> body) {
    this(kind, body, 0);
  }

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
    /** Its caller has asked as much as may be asked in a minute. */
    RATE_LIMITED,
    /** It took too long, and nothing of it stays. */
    TOO_SLOW,
    /** It failed as a whole, by our fault. */
    FAILED
  }
}
