package org.sightline.graphql.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures one connection's requests. A head that takes too long closes the connection: there is no
 * request yet that could be answered. A body that takes too long is an error to its reader, who
 * answers; where nobody reads it, or it has its answer already, the connection is closed.
 */
final class RequestClock extends ChannelDuplexHandler {
  private static final String UPLOADS = "/imports";

  /** Uploads have a limit of their own, of ten minutes; this one is for those that nobody reads. */
  private static final Duration OF_UPLOADS = Duration.ofMinutes(11);

  private static final Duration TO_ANSWER = Duration.ofSeconds(1);

  private final Duration longest;

  /** What happens if the part that is awaited does not come in time; null between requests. */
  private @Nullable Future<?> deadline;

  /** How many requests have come whose answers are not begun: several, where they are pipelined. */
  private int unanswered;

  /** Whether the body that comes is given the time of an upload. */
  private boolean isOfAnUpload;

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
      unanswered++;
      isOfAnUpload = isUpload(request);
      Duration most = isOfAnUpload ? OF_UPLOADS : longest;
      deadline = after(most, context, () -> endBody(context));
    }
    if (message instanceof LastHttpContent) {
      stop();
    }
    context.fireChannelRead(message);
  }

  private static boolean isUpload(HttpRequest request) {
    String path = request.uri().split("\\?", 2)[0];
    return request.method().equals(HttpMethod.POST) && path.equals(UPLOADS);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response && isAnswer(response)) {
      unanswered--;
      hasten(context);
    }
    var _ = context.write(message, promise);
  }

  private static boolean isAnswer(HttpResponse response) {
    return !response.status().codeClass().equals(HttpStatusClass.INFORMATIONAL);
  }

  /** What still comes of an upload that has its answer is thrown away, and not for as long. */
  private void hasten(ChannelHandlerContext context) {
    if (isOfAnUpload && unanswered == 0 && deadline != null) {
      isOfAnUpload = false;
      stop();
      deadline = after(longest, context, () -> close(context));
    }
  }

  private void endBody(ChannelHandlerContext context) {
    isOfAnUpload = false;
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
