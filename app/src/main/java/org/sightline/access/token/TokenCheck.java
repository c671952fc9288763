package org.sightline.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/**
 * Which tokens are taken: access tokens (RFC 9068) signed by RS256 with a key of the issuer, which
 * name that issuer and our audience and are neither too old nor too new. There is no way to switch
 * a part of it off. What a token's header says of keys, other than which, is never looked at.
 */
final class TokenCheck {
  private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");
  private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp", "azp");
  private static final int LONGEST_REASON = 200;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  /**
   * The rules of one issuer.
   *
   * @param clockSkew in whole seconds, by how much the issuer's clock may differ from ours
   */
  TokenCheck(JWKSource<SecurityContext> keys, String issuer, String audience, Duration clockSkew) {
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(ACCESS_TOKEN));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
    DefaultJWTClaimsVerifier<SecurityContext> claims =
        new DefaultJWTClaimsVerifier<>(
            audience, new JWTClaimsSet.Builder().issuer(issuer).build(), REQUIRED);
    claims.setMaxClockSkew(Math.toIntExact(clockSkew.toSeconds()));
    processor.setJWTClaimsSetVerifier(claims);
  }

  /**
   * What a good token says.
   *
   * @throws RefusedTokenException for any other
   * @throws KeySourceException when the key that it names could not be looked for
   */
  JWTClaimsSet claims(String token) throws RefusedTokenException, KeySourceException {
    try {
      JWTClaimsSet claims = processor.process(token, null);
      requireTimes(claims);
      return claims;
    } catch (KeySourceException e) {
      throw e;
    } catch (BadJOSEException | JOSEException e) {
      throw new RefusedTokenException(printable(String.valueOf(e.getMessage())), e);
    } catch (ParseException e) {
      throw new RefusedTokenException("it is no JSON Web Token", e);
    }
  }

  /** A part of the message may be the token's own words, such as its type. */
  private static String printable(String message) {
    String safe = message.replaceAll("[^ -~]", "?");
    return safe.substring(0, Math.min(safe.length(), LONGEST_REASON));
  }

  /** The library takes a claim that is null for one that is there. */
  private static void requireTimes(JWTClaimsSet claims) throws RefusedTokenException {
    if (claims.getExpirationTime() == null || claims.getIssueTime() == null) {
      throw new RefusedTokenException("it says no times");
    }
  }
}
