package org.sightline.graphql.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Leaves a request the choice between gzip and nothing: to whoever accepts anything, the server
 * itself would give what hardly any client can read.
 */
final class GzipAlone extends ChannelInboundHandlerAdapter {
  private static final String GZIP = "gzip";

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    if (message instanceof HttpRequest request) {
      narrow(request.headers());
    }
    context.fireChannelRead(message);
  }

  private static void narrow(HttpHeaders headers) {
    List<String> accepted = headers.getAll(HttpHeaderNames.ACCEPT_ENCODING);
    if (accepted.isEmpty()) {
      return;
    }
    var _ =
        acceptsGzip(accepted)
            ? headers.set(HttpHeaderNames.ACCEPT_ENCODING, GZIP)
            : headers.remove(HttpHeaderNames.ACCEPT_ENCODING);
  }

  private static boolean acceptsGzip(List<String> accepted) {
    Map<String, Double> qualities = new TreeMap<>();
    for (String header : accepted) {
      Arrays.stream(header.split(",", -1)).forEach(one -> read(one, qualities));
    }
    return qualities.getOrDefault(GZIP, qualities.getOrDefault("*", 0.0)) > 0;
  }

  private static void read(String entry, Map<String, Double> qualities) {
    String[] parts = entry.toLowerCase(Locale.ROOT).split(";", 2);
    String quality = parts.length == 1 ? "q=1" : parts[1].strip();
    qualities.put(
        parts[0].strip(),
        quality.matches("q=[01]([.]\\d*)?") ? Double.parseDouble(quality.substring(2)) : 0);
  }
}
