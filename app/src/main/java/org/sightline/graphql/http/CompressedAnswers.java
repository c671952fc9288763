package org.sightline.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import java.util.stream.Stream;

/** Says of every answer that it may be compressed, beside what else it varies by. */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
final class CompressedAnswers {
  @ResponseFilter
  void vary(MutableHttpResponse<?> response) {
    List<String> others = response.getHeaders().getAll(HttpHeaders.VARY);
    if (others.stream().anyMatch(other -> other.contains(HttpHeaders.ACCEPT_ENCODING))) {
      return;
    }
    response
        .getHeaders()
        .set(
            HttpHeaders.VARY,
            String.join(
                ", ",
                Stream.concat(others.stream(), Stream.of(HttpHeaders.ACCEPT_ENCODING)).toList()));
  }
}
