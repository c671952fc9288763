package org.sightline.graphql.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives every connection what stands in front of the server's own reading: a clock, a choice of
 * compression, and the headers of every answer. How long a request may take to come is the setting
 * {@code sightline.limits.body-timeout}.
 */
@Singleton
final class Connections implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {
  private final Duration longest;

  Connections(@Value("${sightline.limits.body-timeout:10s}") Duration longest) {
    this.longest = longest;
  }

  private record Customizer(Duration longest, @Nullable Channel connection)
      implements NettyServerCustomizer {
    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
      return role == ChannelRole.CONNECTION ? new Customizer(longest, channel) : this;
    }

    @Override
    public void onStreamPipelineBuilt() {
      if (connection != null && isOfHttp1(connection.pipeline())) {
        prepare(connection.pipeline());
      }
    }

    private static boolean isOfHttp1(ChannelPipeline pipeline) {
      return pipeline.get(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC) != null;
    }

    private void prepare(ChannelPipeline pipeline) {
      RequestClock clock = new RequestClock(longest);
      var _ =
          pipeline
              .addBefore(
                  ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                  "sightline-bytes",
                  clock.ofBytes())
              .addBefore(
                  ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                  "sightline-headers",
                  new SafeHeaders())
              .addBefore(
                  ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, "sightline-clock", clock)
              .addBefore(
                  ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND,
                  "sightline-gzip",
                  new GzipAlone());
    }
  }

  @Override
  public NettyServerCustomizer.Registry onCreated(
      BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
    event.getBean().register(new Customizer(longest, null));
    return event.getBean();
  }
}
