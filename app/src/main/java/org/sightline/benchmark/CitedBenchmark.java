package org.sightline.benchmark;

import java.util.List;

/**
 * A cited benchmark as the viewer sees it now.
 *
 * @param unchanged whether every figure is the one that was cited
 * @param difference what differs, a sentence each; never who is hidden
 */
public record CitedBenchmark(Benchmark benchmark, boolean unchanged, List<String> difference) {
  public CitedBenchmark {
    difference = List.copyOf(difference);
  }
}
