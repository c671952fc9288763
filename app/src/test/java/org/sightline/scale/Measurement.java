package org.sightline.scale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.sightline.soak.Instance;

/** Asks a question until its cost can be told from the noise. */
final class Measurement {
  private static final int TO_GET_WARM = 3;
  private static final int AT_LEAST = 10;
  private static final int AT_MOST = 250;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Instance> instances;
  private final Asker asker;
  private final Statements statements;
  private final long postmaster;

  Measurement(List<Instance> instances, Asker asker, Statements statements, long postmaster) {
    this.instances = instances;
    this.asker = asker;
    this.statements = statements;
    this.postmaster = postmaster;
  }

  /** Asks again where the pool has replaced a connection, whose backend took its time along. */
  Cost of(Question question) {
    while (true) {
      Set<Long> before = database().keySet();
      Cost cost = measured(question);
      if (database().keySet().containsAll(before)) {
        return cost;
      }
      Report.say(question.name() + " is measured again: a connection was replaced");
    }
  }

  private Cost measured(Question question) {
    for (int i = 0; i < TO_GET_WARM * instances.size(); i++) {
      JsonNode _ = question.ask().apply(asker);
    }
    statements.forget();
    double appBefore = app();
    Map<Long, Double> databaseBefore = Processes.backends(postmaster);
    double heldBefore = held();
    long begin = System.nanoTime();
    DoubleStream.Builder times = DoubleStream.builder();
    JsonNode answer = NullNode.getInstance();
    int asked = 0;
    while (asked < AT_LEAST
        || (asked < AT_MOST && System.nanoTime() - begin < LONG_ENOUGH.toNanos())) {
      long start = System.nanoTime();
      answer = question.ask().apply(asker);
      times.add((System.nanoTime() - start) / 1e6);
      asked++;
    }
    double app = app() - appBefore;
    double database = since(databaseBefore);
    double held = held() - heldBefore;
    Statements.Counted counted = statements.counted();
    return new Cost(
        question,
        asked,
        app / asked,
        database / asked,
        held / asked,
        median(times.build()),
        (double) counted.statements() / asked,
        (double) counted.buffers() / asked,
        (double) counted.rows() / asked,
        answer);
  }

  double app() {
    return instances.stream().mapToDouble(one -> Processes.milliseconds(one.pid())).sum();
  }

  Map<Long, Double> database() {
    return Processes.backends(postmaster);
  }

  /** A connection that was opened in between counts from its beginning. */
  double since(Map<Long, Double> before) {
    return Processes.backends(postmaster).entrySet().stream()
        .mapToDouble(one -> one.getValue() - before.getOrDefault(one.getKey(), 0.0))
        .sum();
  }

  /** For how many milliseconds connections of all pools have been in use and given back. */
  private double held() {
    return instances.stream()
            .mapToDouble(one -> metric(one, "hikaricp_connections_usage_seconds_sum"))
            .sum()
        * 1_000;
  }

  /** The sum of a metric's lines. */
  private double metric(Instance instance, String name) {
    URI address = URI.create("http://127.0.0.1:%d/prometheus".formatted(instance.managementPort()));
    try {
      return client
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .filter(line -> line.startsWith(name))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
          .sum();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static double median(DoubleStream times) {
    double[] sorted = times.sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
