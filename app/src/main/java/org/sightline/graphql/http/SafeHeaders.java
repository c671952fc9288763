package org.sightline.graphql.http;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;

/**
 * Says with every answer of every address and port what a browser may do with it: nothing. It
 * stands where answers leave, so that none goes round it, those neither that the server gives by
 * itself. The policy of a page that has one of its own stays.
 */
final class SafeHeaders extends ChannelDuplexHandler {
  /** Whatever was said before: the server itself lets files be kept for a minute. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Cache-Control", "no-store",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff");

  private static final String POLICY = "Content-Security-Policy";
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
  private static final String STRICT_TRANSPORT = "Strict-Transport-Security";
  private static final String A_YEAR = "max-age=31536000";
  private static final String SCHEME = "X-Forwarded-Proto";

  /** Whether each request that has no answer yet came by TLS, as the proxy in front of us says. */
  private final Queue<Boolean> cameByTls = new ArrayDeque<>();

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      cameByTls.add("https".equalsIgnoreCase(request.headers().get(SCHEME, "").strip()));
    }
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse response && isAnswer(response)) {
      complete(response.headers());
    }
    var _ = context.write(message, promise);
  }

  private static boolean isAnswer(HttpResponse response) {
    return !response.status().codeClass().equals(HttpStatusClass.INFORMATIONAL);
  }

  private void complete(HttpHeaders headers) {
    ALWAYS.forEach(headers::set);
    if (!headers.contains(POLICY)) {
      headers.set(POLICY, NOTHING);
    }
    // Over plain HTTP it must not be said (RFC 6797, 7.2), and would mean nothing.
    if (Boolean.TRUE.equals(cameByTls.poll())) {
      headers.set(STRICT_TRANSPORT, A_YEAR);
    }
  }
}
