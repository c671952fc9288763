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
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads an issuer's keys where its discovery document says they are. Remembers the address only.
 */
final class DiscoveredKeys implements JWKSetSource<SecurityContext> {
  private static final Logger LOG = LoggerFactory.getLogger(DiscoveredKeys.class);
  private static final int MILLISECONDS = 2_000;
  private static final int BYTES = 200_000;

  private final ResourceRetriever http =
      new DefaultResourceRetriever(MILLISECONDS, MILLISECONDS, BYTES);
  private final Discovery discovery;
  private volatile @Nullable URL known;
  private volatile @Nullable Instant readAt;
  private volatile @Nullable JWKSet last;

  DiscoveredKeys(String issuer) {
    discovery = new Discovery(issuer, http);
  }

  @Override
  public JWKSet getJWKSet(
      JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
      throws KeySourceException {
    URL remembered = known;
    if (remembered != null) {
      try {
        return read(remembered, refresh, now);
      } catch (KeySourceException e) {
        LOG.debug("The keys are no longer at {}.", remembered, e);
      }
    }
    URL address = discovery.keySetAddress();
    JWKSet keys = read(address, refresh, now);
    known = address;
    return keys;
  }

  private JWKSet read(URL address, JWKSetCacheRefreshEvaluator refresh, long now)
      throws KeySourceException {
    JWKSet keys =
        new URLBasedJWKSetSource<SecurityContext>(address, http).getJWKSet(refresh, now, null);
    last = keys;
    readAt = Instant.now();
    return keys;
  }

  /** When they were read last; null where they never were. */
  @Nullable Instant readAt() {
    return readAt;
  }

  /** Those that were read last; none where that is longer ago. */
  Optional<JWKSet> readWithin(Duration time) {
    Instant then = readAt;
    return then == null || then.isBefore(Instant.now().minus(time))
        ? Optional.empty()
        : Optional.ofNullable(last);
  }

  @Override
  public void close() {}
}
