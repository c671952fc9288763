package org.sightline.health;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Filter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How this process leaves: from the first moment on it is not ready and keeps no connection open
 * beyond its answer; for a while it still answers what comes, until nobody sends more; then it
 * takes no new connection and ends what runs.
 */
@ServerFilter(Filter.MATCH_ALL_PATTERN)
public final class Leaving {
  private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

  private final GracefulShutdownManager server;
  private final Duration delay;
  private final Duration longest;
  private volatile boolean isBegun;

  Leaving(
      GracefulShutdownManager server,
      @Value("${sightline.drain-delay:0s}") Duration delay,
      @Value("${sightline.drain-timeout:35s}") Duration longest) {
    this.server = server;
    this.delay = delay;
    this.longest = longest;
  }

  boolean isBegun() {
    return isBegun;
  }

  /** Whoever asks again connects anew, and is led elsewhere. */
  @ResponseFilter
  void close(MutableHttpResponse<?> response) {
    if (isBegun) {
      response.getHeaders().set(HttpHeaders.CONNECTION, "close");
    }
  }

  /** Returns when nothing runs any more, or when it has lasted too long. */
  public void leave() {
    isBegun = true;
    try {
      Thread.sleep(delay);
      Object _ =
          server
              .shutdownGracefully()
              .toCompletableFuture()
              .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("Operations that had not ended after {} s were given up.", longest.toSeconds());
    } catch (ExecutionException e) {
      LOG.warn("The server did not stop as it should.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
