package org.sightline.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Members at work, each on a thread and connection of their own, until told to stop. */
final class Load {
  private static final Duration THINKING = Duration.ofMillis(40);

  /** An organisation keeps 200 groups at most. */
  private static final Duration BETWEEN_WRITES = Duration.ofMillis(1_300);

  private final Tally tally = new Tally();
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> queries;
  private final BooleanSupplier mayAsk;
  private volatile boolean isOver;

  private Load(List<String> queries, BooleanSupplier mayAsk) {
    this.queries = queries;
    this.mayAsk = mayAsk;
  }

  /**
   * Begins.
   *
   * @param phase part of the names of what is written
   * @param tokens by member; two clients each
   * @param queries asked in turn between the writes
   * @param mayAsk false where nobody should send anything more
   */
  static Load begin(
      String phase,
      Map<String, String> tokens,
      int port,
      List<String> queries,
      BooleanSupplier mayAsk) {
    Load load = new Load(queries, mayAsk);
    tokens.forEach(
        (name, token) -> {
          for (int client = 0; client < 2; client++) {
            String prefix = "%s %s %d ".formatted(phase, name, client);
            load.threads.add(Thread.ofVirtual().start(() -> load.work(name, token, port, prefix)));
          }
        });
    return load;
  }

  private void work(String name, String token, int port, String prefix) {
    try (Member member = new Member(name, token, port, tally)) {
      Instant written = Instant.EPOCH;
      for (int number = 0; !isOver && mayAsk.getAsBoolean(); number++) {
        if (written.isBefore(Instant.now().minus(BETWEEN_WRITES))) {
          written = Instant.now();
          member.write(prefix + number);
        } else {
          member.query(queries.get(number % queries.size()));
        }
        Instance.pause(THINKING);
      }
    }
  }

  /** Returns when every request that was begun has its answer. */
  void stop() {
    isOver = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  Tally tally() {
    return tally;
  }

  /** How much of what was acknowledged is there now, asked as those who wrote it. */
  static int found(Tally tally, Map<String, String> tokens, int port) {
    int found = 0;
    for (Map.Entry<String, Set<String>> written : tally.acknowledged().entrySet()) {
      String name = written.getKey();
      try (Member member = new Member(name, tokens.getOrDefault(name, ""), port, new Tally())) {
        Set<String> there = member.groups();
        found += (int) written.getValue().stream().filter(there::contains).count();
      }
    }
    return found;
  }
}
