package org.sightline.graphql.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.RunningOperation;

/** Watches the connection of a request: when its client closes it, the operation is stopped. */
final class Departure implements AutoCloseable {
  private final @Nullable Channel channel;
  private final GenericFutureListener<Future<Void>> listener;

  private Departure(@Nullable Channel channel, RunningOperation running) {
    this.channel = channel;
    // On a thread of its own: the database is told so, and the connection's thread must not wait.
    this.listener = _ -> Thread.ofVirtual().start(() -> stop(running));
    if (channel != null) {
      channel.closeFuture().addListener(listener);
    }
  }

  static Departure stops(RunningOperation running, HttpRequest<?> request) {
    return new Departure(
        request instanceof NettyHttpRequest<?> netty
            ? netty.getChannelHandlerContext().channel()
            : null,
        running);
  }

  private static void stop(RunningOperation running) {
    running.stop(RunningOperation.Reason.CLIENT_GONE);
  }

  @Override
  public void close() {
    if (channel != null) {
      channel.closeFuture().removeListener(listener);
    }
  }
}
