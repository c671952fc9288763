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
 * Looks at the head of a request before anything of its body is read: lets no body above the limit
 * on, and notes who shows the token of this machine. Everybody else needs an access token.
 */
@ServerFilter({"/imports", "/imports/**", "/mappings", "/mappings/**"})
final class ImportGuard {
  /** One gigabyte. */
  static final long LARGEST_FILE = 1L << 30;

  /** The file and what the form around it needs. */
  static final long LARGEST_BODY = LARGEST_FILE + (1L << 16);

  private static final String BEARER = "Bearer ";
  private static final String OF_THIS_MACHINE = "sightline.import.of-this-machine";

  private final ImportToken token;

  ImportGuard(ImportToken token) {
    this.token = token;
  }

  @RequestFilter
  @Nullable HttpResponse<?> guard(HttpRequest<?> request) {
    if (!request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
      return ImportError.of(
              HttpStatus.UNAUTHORIZED,
              "UNAUTHENTICATED",
              "Show an access token (Authorization: Bearer ...). On this machine SIGHTLINE_IMPORT_TOKEN, or the token that plain mvn prints, will do.")
          .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sightline\"")
          .header(HttpHeaders.CONNECTION, "close");
    }
    request.setAttribute(OF_THIS_MACHINE, isLocal(request) && hasToken(request));
    return request.getContentLength() > LARGEST_BODY ? tooLarge() : null;
  }

  /** Whether the request comes from this machine with its token. */
  static boolean isOfThisMachine(HttpRequest<?> request) {
    return request.getAttribute(OF_THIS_MACHINE, Boolean.class).orElse(false);
  }

  static HttpResponse<?> tooLarge() {
    return ImportError.of(
            HttpStatus.REQUEST_ENTITY_TOO_LARGE,
            "PAYLOAD_TOO_LARGE",
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
