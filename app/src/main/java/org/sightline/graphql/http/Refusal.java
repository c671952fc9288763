package org.sightline.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import java.util.Map;
import org.sightline.graphql.ErrorCode;

/** A request that HTTP itself turns away, before GraphQL has a say. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final ErrorCode code;
  private final Map<String, String> headers;

  Refusal(HttpStatus status, ErrorCode code, String message) {
    this(status, code, message, Map.of());
  }

  Refusal(HttpStatus status, ErrorCode code, String message, Map<String, String> headers) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  /** The request itself is malformed. */
  static Refusal malformed(String message) {
    return new Refusal(HttpStatus.BAD_REQUEST, ErrorCode.BAD_USER_INPUT, message);
  }

  /** What is sent can be read, and is no GraphQL request. */
  static Refusal notARequest(String message) {
    return new Refusal(HttpStatus.UNPROCESSABLE_ENTITY, ErrorCode.BAD_USER_INPUT, message);
  }

  /** Nobody waits any longer for the rest of the body. */
  static Refusal tooSlow() {
    return new Refusal(
        HttpStatus.REQUEST_TIMEOUT,
        ErrorCode.TIMEOUT,
        "The body came too slowly and was not waited for.",
        Map.of(HttpHeaders.CONNECTION, "close"));
  }

  /** As the newest draft has it; {@link Statuses} says what is given. */
  HttpStatus status() {
    return status;
  }

  ErrorCode code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }
}
