package org.sightline.access.token;

import com.nimbusds.jose.KeySourceException;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.sightline.graphql.http.SignIn;
import org.sightline.graphql.http.SignInUnavailableException;
import org.sightline.tenancy.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sign-in by Keycloak's access tokens. Why a token is refused is said in the log only. */
@Singleton
final class TokenSignIn implements SignIn {
  private static final Logger LOG = LoggerFactory.getLogger(TokenSignIn.class);

  private final IssuerKeys keys;
  private final TokenCheck check;

  @Inject
  TokenSignIn(
      IssuerKeys keys,
      @Value("${sightline.keycloak.issuer}") String issuer,
      @Value("${sightline.keycloak.audience:sightline-api}") String audience,
      @Value("${sightline.keycloak.clock-skew:5s}") Duration clockSkew) {
    this.keys = keys;
    this.check = new TokenCheck(keys.source(), issuer, audience, clockSkew);
  }

  @Override
  public Optional<Viewer> viewer(String token) {
    try {
      return Optional.of(TokenViewer.of(check.claims(token)));
    } catch (RefusedTokenException e) {
      return refused(String.valueOf(e.getMessage()));
    } catch (KeySourceException e) {
      if (keys.areKnown()) {
        return refused("its key is not known, and the keys cannot be read again just now");
      }
      throw new SignInUnavailableException(e);
    }
  }

  private static Optional<Viewer> refused(String reason) {
    LOG.info("A token is refused: {}.", reason);
    return Optional.empty();
  }
}
