package org.sightline.soak;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What a load has met, counted from many threads. */
final class Tally {
  private final AtomicInteger requests = new AtomicInteger();
  private final Queue<String> failed = new ConcurrentLinkedQueue<>();
  private final Queue<String> retried = new ConcurrentLinkedQueue<>();
  private final Map<String, Set<String>> acknowledged = new ConcurrentHashMap<>();

  void sent() {
    requests.incrementAndGet();
  }

  /** A request without a right answer in the end. */
  void failed(String why) {
    failed.add(why);
  }

  /** A request that had its right answer after another try. */
  void retried(String why) {
    retried.add(why);
  }

  /** The caller was told that it is written, or saw it when looking. */
  void acknowledged(String member, String name) {
    acknowledged.computeIfAbsent(member, any -> ConcurrentHashMap.newKeySet()).add(name);
  }

  int requests() {
    return requests.get();
  }

  List<String> failed() {
    return List.copyOf(failed);
  }

  List<String> retried() {
    return List.copyOf(retried);
  }

  /** Names of what was written, by member. */
  Map<String, Set<String>> acknowledged() {
    return acknowledged;
  }
}
