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
    return HttpResponse.<byte[]>status(status)
        .header(HttpHeaders.CONTENT_TYPE, negotiated.contentType())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
        .header("X-Content-Type-Options", "nosniff")
        .body(Json.write(body));
  }
}
