package org.sightline.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.operation.ErrorBodies;

/** Takes no compressed body: a few bytes could unpack to gigabytes. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class EncodedBodies {
  private static final String AS_IT_IS = "identity";

  @RequestFilter
  @Nullable HttpResponse<?> refuse(HttpRequest<?> request) {
    @Nullable String encoding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
    if (encoding == null || encoding.strip().equalsIgnoreCase(AS_IT_IS)) {
      return null;
    }
    return Responses.of(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            ErrorBodies.single(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                "Compressed bodies are not taken: send the body as it is, without the header"
                    + " Content-Encoding."),
            Negotiation.PLAIN)
        .header(HttpHeaders.ACCEPT_ENCODING, AS_IT_IS);
  }
}
