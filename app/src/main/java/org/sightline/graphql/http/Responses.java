package org.sightline.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes bodies. */
final class Responses {
  private Responses() {}

  static MutableHttpResponse<byte[]> of(
      HttpStatus status, Map<String, @Nullable Object> body, Negotiation negotiated) {
    return written(HttpResponse.status(status), body, negotiated);
  }

  /** An answer whose status HTTP itself does not know. */
  static MutableHttpResponse<byte[]> of(
      int status, String reason, Map<String, @Nullable Object> body, Negotiation negotiated) {
    return written(HttpResponse.status(status, reason), body, negotiated);
  }

  private static MutableHttpResponse<byte[]> written(
      MutableHttpResponse<byte[]> response,
      Map<String, @Nullable Object> body,
      Negotiation negotiated) {
    return response
        .header(HttpHeaders.CONTENT_TYPE, negotiated.contentType())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING)
        .body(Json.write(body));
  }
}
