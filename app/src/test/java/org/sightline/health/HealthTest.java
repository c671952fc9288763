package org.sightline.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What operators are told of a process, and how it leaves. */
final class HealthTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void isToldAtAPortOfItsOwnAlone() {
    try (ManagedServer server = new ManagedServer(Map.of())) {
      for (String path : new String[] {"startup", "liveness", "readiness"}) {
        assertThat(server.managed("/health/" + path).statusCode()).as(path).isEqualTo(200);
        assertThat(server.api("/health/" + path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(server.managed("/prometheus").statusCode()).isEqualTo(200);
      assertThat(server.api("/prometheus").statusCode()).isEqualTo(404);
      assertThat(server.managed("/graphql?query=%7B__typename%7D").statusCode()).isEqualTo(404);
      assertThat(server.managed("/beans").statusCode()).isEqualTo(404);
      assertThat(server.managed("/env").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void withoutItsDatabaseItIsNotReadyAndNotDead() {
    Logger logger = (Logger) LoggerFactory.getLogger(DatabaseIndicator.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    logger.addAppender(lines);
    try (ManagedServer server = new ManagedServer(Map.of())) {
      assertThat(server.managed("/health/readiness").statusCode()).isEqualTo(200);
      server.relay().cut();
      assertThat(server.managed("/health/readiness").statusCode()).isEqualTo(503);
      assertThat(server.managed("/health/readiness").body()).contains("database");
      assertThat(server.managed("/health/liveness").statusCode()).isEqualTo(200);
      assertThat(server.managed("/health/startup").statusCode()).isEqualTo(200);

      server.relay().mend();
      await(() -> server.managed("/health/readiness").statusCode() == 200);
      await(() -> server.ask("{ councils { code } }").statusCode() == 200);
    } finally {
      logger.detachAppender(lines);
    }

    assertThat(lines.list.stream().map(ILoggingEvent::getFormattedMessage).map(HealthTest::opening))
        .startsWith("The database does not answer")
        .endsWith("The database gives connections again")
        .hasSizeLessThanOrEqualTo(3);
  }

  /** What stands before the first comma or full stop, which tells the sentences apart. */
  private static String opening(String sentence) {
    return sentence.replaceFirst("(?s)[,.].*", "");
  }

  @Test
  void aDatabaseThatFallsSilentIsNotWaitedForAndIsFoundAgain() {
    try (ManagedServer server = new ManagedServer(Map.of())) {
      assertThat(server.ask("{ indicators { code } }").statusCode()).isEqualTo(200);
      server.relay().fallSilent();
      Instant asked = Instant.now();
      HttpResponse<String> answer = server.ask("{ indicators { code } }");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("retry-after")).hasValue("1");
      assertThat(Duration.between(asked, Instant.now())).isLessThan(LONG);

      server.relay().mend();
      await(() -> server.ask("{ indicators { code } }").statusCode() == 200);
    }
  }

  @Test
  void whoLeavesIsNotReadyAnswersForAWhileAndTakesNothingMore() {
    try (ManagedServer server = new ManagedServer(Map.of("sightline.drain-delay", "2s"))) {
      assertThat(server.ask("{ regions { name } }").headers().firstValue("connection"))
          .isNotEqualTo("close");
      CompletableFuture<Void> left =
          CompletableFuture.runAsync(() -> server.get(Leaving.class).leave());
      await(() -> server.managed("/health/readiness").statusCode() == 503);
      assertThat(server.managed("/health/liveness").statusCode()).isEqualTo(200);
      HttpResponse<String> answer = server.ask("{ regions { name } }");
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("connection")).hasValue("close");

      left.join();
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> server.ask("{ regions { name } }"));
    }
  }

  private static void await(BooleanSupplier isSo) {
    Instant end = Instant.now().plus(LONG);
    while (!isSo.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
