package org.sightline.graphql.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sightline.graphql.ErrorCode;
import org.sightline.tenancy.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says who sends a request, before anything of its question is read. */
@Singleton
final class Callers {
  private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

  /** RFC 6750, 2.1; the name of the scheme is not case-sensitive. */
  private static final Pattern BEARER =
      Pattern.compile("bearer(?: +(.*))?", Pattern.CASE_INSENSITIVE);

  private static final String CHALLENGE = "Bearer realm=\"sightline\"";
  private static final String BAD_TOKEN = CHALLENGE + ", error=\"invalid_token\"";
  private static final String SECONDS_TO_WAIT = "5";

  private final AnonymousAccess anonymous;
  private final SignIn signIn;

  Callers(@Value("${sightline.anonymous:NOTHING}") AnonymousAccess anonymous, SignIn signIn) {
    this.anonymous = anonymous;
    this.signIn = signIn;
  }

  /**
   * The viewer. Somebody who shows credentials is never taken for somebody without.
   *
   * @throws Refusal 401, in the same words for every bad token; 503 when tokens cannot be checked
   */
  Viewer viewer(HttpHeaders headers) {
    List<String> credentials = headers.getAll(HttpHeaders.AUTHORIZATION);
    if (credentials.isEmpty()) {
      return withoutCredentials();
    }
    Matcher bearer = BEARER.matcher(credentials.getFirst().strip());
    if (credentials.size() > 1 || !bearer.matches()) {
      throw unauthenticated(
          CHALLENGE,
          "Sign in with one Authorization header of the scheme Bearer and an access token, or send"
              + " none to see what is published.");
    }
    String token = bearer.group(1);
    return withToken(token == null ? "" : token);
  }

  private Viewer withoutCredentials() {
    if (anonymous == AnonymousAccess.NOTHING) {
      throw unauthenticated(
          CHALLENGE,
          "Nothing is shown to somebody who has not signed in. The operator can show published"
              + " figures by the setting SIGHTLINE_ANONYMOUS=PUBLISHED.");
    }
    return Viewer.ANONYMOUS;
  }

  private Viewer withToken(String token) {
    try {
      return signIn
          .viewer(token)
          .orElseThrow(
              () ->
                  unauthenticated(
                      BAD_TOKEN,
                      "The access token is not accepted: get a new one from the sign-in service."));
    } catch (SignInUnavailableException e) {
      LOG.error("A token could not be checked: {}", String.valueOf(e.getCause()));
      throw new Refusal(
          HttpStatus.SERVICE_UNAVAILABLE,
          ErrorCode.UNAVAILABLE,
          "Sign-in cannot be checked just now: try again in a moment.",
          Map.of(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT));
    }
  }

  private static Refusal unauthenticated(String challenge, String message) {
    return new Refusal(
        HttpStatus.UNAUTHORIZED,
        ErrorCode.UNAUTHENTICATED,
        message,
        Map.of(HttpHeaders.WWW_AUTHENTICATE, challenge));
  }
}
