package org.sightline.access.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Reads an issuer's keys where its discovery document says they are. Remembers the address only.
 */
final class DiscoveredKeys implements JWKSetSource<SecurityContext> {
  private static final int MILLISECONDS = 2_000;
  private static final int BYTES = 200_000;

  private final ResourceRetriever http =
      new DefaultResourceRetriever(MILLISECONDS, MILLISECONDS, BYTES);
  private final Discovery discovery;
  private volatile @Nullable URL known;

  DiscoveredKeys(String issuer) {
    discovery = new Discovery(issuer, http);
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    URL remembered = known;
    URL address = remembered == null ? discovery.keySetAddress() : remembered;
    // Forgotten until the keys are there: a set that cannot be read may have moved.
    known = null;
    JWKSet keys =
        new URLBasedJWKSetSource<SecurityContext>(address, http).getJWKSet(refresh, now, context);
    known = address;
    return keys;
  }

  @Override
  public void close() {}
}
