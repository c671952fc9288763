package org.sightline.graphql.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures one connection's requests. A head that takes too long closes the connection: there is no
 * request yet that could be answered. A body that takes too long is an error to its reader, who
 * answers; where nobody reads it, the connection is closed.
 */
final class RequestClock extends ChannelInboundHandlerAdapter {
  private static final String UPLOADS = "/imports";

  /** Uploads have a limit of their own, of ten minutes; this one is for those that nobody reads. */
  private static final Duration OF_UPLOADS = Duration.ofMinutes(11);

  private static final Duration TO_ANSWER = Duration.ofSeconds(1);

  private final Duration longest;

  /** What happens if the part that is awaited does not come in time; null between requests. */
  private @Nullable Future<?> deadline;

  /** What a reader of the body meets when nobody waits for the rest of it. */
  static final class SlowBody extends IOException {
    private static final long serialVersionUID = 1L;

    SlowBody() {
      // The server takes errors in these words for the client's business, and logs none.
      super("The body came too slowly: connection closed.");
    }

    static boolean isCauseOf(Throwable thrown) {
      for (Throwable one = thrown; one != null; one = one.getCause()) {
        if (one instanceof SlowBody) {
          return true;
        }
      }
      return false;
    }
  }

  RequestClock(Duration longest) {
    this.longest = longest;
  }

  /** Sees what comes before it is read as HTTP: the first byte starts the clock. */
  ChannelInboundHandler ofBytes() {
    return new ChannelInboundHandlerAdapter() {
      @Override
      public void channelRead(ChannelHandlerContext context, Object message) {
        if (deadline == null && message instanceof ByteBuf bytes && isOfARequest(bytes)) {
          deadline = after(longest, context, () -> close(context));
        }
        context.fireChannelRead(message);
      }
    };
  }

  /** Some clients send an empty line after a body: nothing need follow it. */
  private static boolean isOfARequest(ByteBuf bytes) {
    return bytes.forEachByte(one -> one == '\r' || one == '\n') >= 0;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      stop();
      Duration most = request.uri().startsWith(UPLOADS) ? OF_UPLOADS : longest;
      deadline = after(most, context, () -> endBody(context));
    }
    if (message instanceof LastHttpContent) {
      stop();
    }
    context.fireChannelRead(message);
  }

  private void endBody(ChannelHandlerContext context) {
    context.fireExceptionCaught(new SlowBody());
    deadline = after(TO_ANSWER, context, () -> close(context));
  }

  private static void close(ChannelHandlerContext context) {
    var _ = context.close();
  }

  private static Future<?> after(Duration time, ChannelHandlerContext context, Runnable work) {
    return context.executor().schedule(work, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void stop() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stop();
    context.fireChannelInactive();
  }
}
