package org.sightline.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Context;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts imports by how they ended, and their rows. Each count is there from the start, at nought:
 * an alert sees the first that comes.
 */
@Context
final class ImportCounts {
  /** Where an import's bringer was no member any more, nobody was told how it ended. */
  private static final String STOPPED = "STOPPED";

  private final Map<String, Counter> imports;
  private final Counter rows;

  ImportCounts(MeterRegistry registry) {
    imports =
        Stream.concat(
                Arrays.stream(ImportState.values())
                    .filter(state -> state != ImportState.RUNNING)
                    .map(ImportState::name),
                Stream.of(STOPPED))
            .collect(
                Collectors.toMap(
                    Function.identity(),
                    state ->
                        Counter.builder("sightline.imports")
                            .description("Imports by how they ended.")
                            .tag("state", state)
                            .register(registry)));
    rows =
        Counter.builder("sightline.import.rows")
            .description("Rows that imports read.")
            .register(registry);
  }

  void count(Importing importing) {
    String state = importing.ended().map(ImportState::name).orElse(STOPPED);
    Objects.requireNonNull(imports.get(state)).increment();
    rows.increment((double) importing.rowsRead());
  }
}
