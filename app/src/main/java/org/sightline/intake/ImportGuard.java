package org.sightline.intake;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Lets only this machine's operator to the imports, and no body above the limit: decided from the
 * request's head, before anything of the body is read.
 */
@ServerFilter({"/imports", "/imports/**", "/mappings", "/mappings/**"})
final class ImportGuard {
  /** One gigabyte. */
  static final long LARGEST_FILE = 1L << 30;

  /** The file and what the form around it needs. */
  static final long LARGEST_BODY = LARGEST_FILE + (1L << 16);

  private static final String BEARER = "Bearer ";

  private final ImportToken token;

  ImportGuard(ImportToken token) {
    this.token = token;
  }

  @RequestFilter
  @Nullable HttpResponse<?> guard(HttpRequest<?> request) {
    if (!isLocal(request) || !hasToken(request)) {
      return ImportError.of(
              HttpStatus.UNAUTHORIZED,
              "UNAUTHENTICATED",
              "Imports are open only to requests from this machine with the token that Sightline prints when it starts (Authorization: Bearer ...).")
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
          .header(HttpHeaders.CONNECTION, "close");
    }
    return request.getContentLength() > LARGEST_BODY ? tooLarge() : null;
  }

  static HttpResponse<?> tooLarge() {
    return ImportError.of(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "TOO_LARGE",
            "The file is larger than 1 GB, the most that is taken. Nothing was imported.")
        .header(HttpHeaders.CONNECTION, "close");
  }

  private boolean hasToken(HttpRequest<?> request) {
    String authorization = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    return authorization != null
        && authorization.startsWith(BEARER)
        && token.matches(authorization.substring(BEARER.length()));
  }

  /** A request that came through a proxy on this machine is not of this machine. */
  private static boolean isLocal(HttpRequest<?> request) {
    InetAddress address = request.getRemoteAddress().getAddress();
    HttpHeaders headers = request.getHeaders();
    boolean isForwarded = headers.contains("Forwarded") || headers.contains("X-Forwarded-For");
    return address != null && address.isLoopbackAddress() && !isForwarded;
  }
}
