package org.sightline.graphql.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import org.sightline.graphql.ErrorCode;
import org.sightline.tenancy.Viewer;

/** Says who sends a request. */
@Singleton
final class Callers {
  private static final Map<String, String> CHALLENGE =
      Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sightline\"");

  private final AnonymousAccess anonymous;

  Callers(@Value("${sightline.anonymous:NOTHING}") AnonymousAccess anonymous) {
    this.anonymous = anonymous;
  }

  /**
   * The viewer. Somebody who shows credentials is never taken for somebody without.
   *
   * @throws Refusal 401
   */
  Viewer viewer(HttpHeaders headers) {
    if (headers.contains(HttpHeaders.AUTHORIZATION)) {
      throw unauthenticated(
          "Sign-in is not available yet: send the request without an Authorization header to see"
              + " what is published.");
    }
    if (anonymous == AnonymousAccess.NOTHING) {
      throw unauthenticated(
          "Nothing is shown to somebody who has not signed in. The operator can show published"
              + " figures by the setting SIGHTLINE_ANONYMOUS=PUBLISHED.");
    }
    return Viewer.ANONYMOUS;
  }

  private static Refusal unauthenticated(String message) {
    return new Refusal(HttpStatus.UNAUTHORIZED, ErrorCode.UNAUTHENTICATED, message, CHALLENGE);
  }
}
