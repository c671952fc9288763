package org.sightline.graphql.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.UUID;
import org.slf4j.MDC;

/** Gives each request an id: said in the answer's header, written in the log, never in a body. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class RequestIds {
  static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = "sightline.request-id";
  private static final String LOGGED = "request_id";

  /** Ends what is said of a request in the lines of this thread. */
  interface Logged extends AutoCloseable {
    @Override
    void close();
  }

  /** Says the request's id in each line that this thread logs, until that is closed. */
  static Logged log(HttpRequest<?> request) {
    MDC.put(LOGGED, of(request));
    return MDC::clear;
  }

  /** The request's id; a caller's own header is not taken over, because it would reach the log. */
  static String of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, String.class)
        .orElseGet(
            () -> {
              String id = UUID.randomUUID().toString();
              request.setAttribute(ATTRIBUTE, id);
              return id;
            });
  }

  @RequestFilter
  void name(HttpRequest<?> request) {
    String _ = of(request);
  }

  @ResponseFilter
  void say(HttpRequest<?> request, MutableHttpResponse<?> response) {
    response.getHeaders().set(HEADER, of(request));
  }
}
