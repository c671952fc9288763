package org.sightline.intake;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;
import java.util.Map;

/** Errors over HTTP, in the shape of GraphQL's. */
final class ImportError {
  private ImportError() {}

  /**
   * An error's answer.
   *
   * @param code for programs, such as {@code NOT_FOUND}
   * @param sentence for people
   */
  static MutableHttpResponse<Object> of(HttpStatus status, String code, String sentence) {
    return HttpResponse.<Object>status(status)
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .body(
            Map.of(
                "errors",
                List.of(Map.of("message", sentence, "extensions", Map.of("code", code)))));
  }
}
