package org.sightline.access.token;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the one issuer that is trusted. They are first read when they are first needed, again
 * when a token shows a key that is not known, and within a minute ({@link KeyRefresh}); while the
 * issuer does not answer, those that are known go on working.
 */
@Singleton
public final class IssuerKeys {
  private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
  private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final String issuer;
  private final DiscoveredKeys discovered;
  private final JWKSource<SecurityContext> cached;
  private final Duration outage;

  @Inject
  IssuerKeys(@Value("${sightline.keycloak.issuer}") String issuer) {
    this(issuer, KeyTimes.USUAL);
  }

  IssuerKeys(String issuer, KeyTimes times) {
    this.issuer = issuer;
    discovered = new DiscoveredKeys(issuer);
    outage = times.outage();
    cached =
        JWKSourceBuilder.create(discovered)
            .cache(times.remembered().toMillis(), times.readAtMost().toMillis())
            .refreshAheadCache(
                times.refreshedAhead().toMillis(),
                null,
                Executors.newVirtualThreadPerTaskExecutor(),
                true,
                null,
                true)
            .rateLimited(times.between().toMillis())
            .outageTolerant(
                times.outage().toMillis(),
                _ -> LOG.warn("The keys of {} cannot be read; those known go on working.", issuer))
            .build();
  }

  /**
   * Waits until the issuer gives its keys, so that the first request need not.
   *
   * @param say is told once that there is something to wait for
   * @throws IssuerUnavailableException when it does not within the limit, or is another issuer
   */
  public void await(Duration limit, Consumer<String> say) {
    Instant end = Instant.now().plus(limit);
    if (areThere(limit, end)) {
      return;
    }
    say.accept("Waiting for Keycloak at %s.".formatted(issuer));
    while (!areThere(limit, end)) {
      pause();
    }
  }

  private boolean areThere(Duration limit, Instant end) {
    try {
      discovered.getJWKSet(JWKSetCacheRefreshEvaluator.noRefresh(), 0, null);
      return areKnown();
    } catch (WrongIssuerException e) {
      throw IssuerUnavailableException.wrong(issuer, e);
    } catch (KeySourceException e) {
      if (Instant.now().isAfter(end)) {
        throw IssuerUnavailableException.silent(issuer, limit, e);
      }
      return false;
    }
  }

  /** When the issuer gave its keys last; empty where it never has. */
  public Optional<Instant> readAt() {
    return Optional.ofNullable(discovered.readAt());
  }

  JWKSource<SecurityContext> source() {
    return this::selected;
  }

  /**
   * While the issuer is silent the cache asks so often ahead of its end that, at its end, it may
   * ask no more for a moment, and then has none: a key that is known is taken from what was read
   * last.
   */
  private List<JWK> selected(JWKSelector selector, @Nullable SecurityContext context)
      throws KeySourceException {
    try {
      return cached.get(selector, context);
    } catch (KeySourceException e) {
      List<JWK> known = discovered.readWithin(outage).map(selector::select).orElse(List.of());
      if (known.isEmpty()) {
        throw e;
      }
      return known;
    }
  }

  /** Whether there are keys to check a token by, whichever the token names. */
  boolean areKnown() {
    try {
      return !selected(ANY, null).isEmpty();
    } catch (KeySourceException e) {
      return false;
    }
  }

  @PreDestroy
  void close() throws IOException {
    if (cached instanceof Closeable closeable) {
      closeable.close();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for Keycloak", e);
    }
  }
}
