package org.sightline.access.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Viewer;

/** The viewer whom the claims of a good token name. */
final class TokenViewer {
  /** OpenID Connect Core 2: ASCII, at most 255 characters. */
  private static final Pattern SUBJECT = Pattern.compile("[!-~]{1,255}");

  private TokenViewer() {}

  /**
   * Reads the claims.
   *
   * @throws RefusedTokenException when they name nobody, or more than one organisation
   */
  static Viewer of(JWTClaimsSet claims) throws RefusedTokenException {
    return new Viewer(subject(claims), organisation(claims), verifiedEmail(claims));
  }

  private static String subject(JWTClaimsSet claims) throws RefusedTokenException {
    String subject = claims.getSubject();
    if (subject == null || !SUBJECT.matcher(subject).matches()) {
      throw new RefusedTokenException("its subject is none");
    }
    if (subject.equals(Viewer.ANONYMOUS.subject())) {
      throw new RefusedTokenException("its subject is that of somebody who has not signed in");
    }
    return subject;
  }

  /**
   * The only organisation. Keycloak writes the aliases as a list, or as an object keyed by them
   * where it adds attributes. A member belongs to one organisation, so a token that names several
   * cannot agree with the database.
   */
  private static Optional<String> organisation(JWTClaimsSet claims) throws RefusedTokenException {
    Collection<?> aliases =
        switch (claims.getClaim("organization")) {
          case null -> List.of();
          case Map<?, ?> byAlias -> byAlias.keySet();
          case Collection<?> listed -> listed;
          case Object one -> List.of(one);
        };
    if (aliases.isEmpty()) {
      return Optional.empty();
    }
    if (aliases.size() > 1) {
      throw new RefusedTokenException("it names several organisations");
    }
    if (aliases.iterator().next() instanceof String alias && !alias.isBlank()) {
      return Optional.of(alias);
    }
    throw new RefusedTokenException("its organisation is none");
  }

  private static Optional<String> verifiedEmail(JWTClaimsSet claims) {
    boolean isVerified = Boolean.TRUE.equals(claims.getClaim("email_verified"));
    return isVerified ? text(claims.getClaim("email")) : Optional.empty();
  }

  private static Optional<String> text(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
  }
}
