package org.sightline.scale;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Several clients at once, each with one question after another, without a pause. */
final class Crowd {
  private static final Duration FOR = Duration.ofSeconds(5);

  private Crowd() {}

  /**
   * What a question cost among others.
   *
   * @param perSecond questions
   * @param p50 milliseconds
   * @param p95 milliseconds
   */
  record Result(
      int clients, double perSecond, double p50, double p95, double app, double database) {}

  static Result of(int clients, List<Question> questions, Asker asker, Measurement measurement) {
    Queue<Double> times = new ConcurrentLinkedQueue<>();
    Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    double app = measurement.app();
    Map<Long, Double> database = measurement.database();
    long begin = System.nanoTime();
    List<Thread> threads =
        IntStream.range(0, clients)
            .mapToObj(
                any ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              try {
                                work(questions, asker, next, times, begin);
                              } catch (RuntimeException | AssertionError e) {
                                failures.add(e);
                              }
                            }))
            .toList();
    threads.forEach(Crowd::join);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (!failures.isEmpty()) {
      throw new AssertionError(failures.size() + " clients met no right answer", failures.peek());
    }
    double[] sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
    return new Result(
        clients,
        sorted.length / seconds,
        sorted[sorted.length / 2],
        sorted[(int) (sorted.length * 0.95)],
        (measurement.app() - app) / sorted.length,
        measurement.since(database) / sorted.length);
  }

  /** Whole rounds of all questions, so that each crowd asks the same. */
  private static void work(
      List<Question> questions, Asker asker, AtomicInteger next, Queue<Double> times, long begin) {
    while (System.nanoTime() - begin < FOR.toNanos()) {
      for (int i = 0; i < questions.size(); i++) {
        Question question = questions.get(next.getAndIncrement() % questions.size());
        long start = System.nanoTime();
        JsonNode _ = question.ask().apply(asker);
        times.add((System.nanoTime() - start) / 1e6);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
