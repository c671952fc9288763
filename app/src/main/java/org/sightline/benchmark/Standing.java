package org.sightline.benchmark;

import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.CompetitionRank;
import org.sightline.benchmark.statistics.QuartileBand;
import org.sightline.indicator.Observation;

/**
 * One area's place in a benchmark.
 *
 * @param rank its place among those of the group with a value, or null with {@code noRankBecause}
 * @param band its quarter among all of England with a value, or null with {@code noBandBecause}
 */
public record Standing(
    Observation observation,
    @Nullable CompetitionRank rank,
    @Nullable NoRankReason noRankBecause,
    @Nullable QuartileBand band,
    @Nullable NoRankReason noBandBecause,
    Change change) {}
