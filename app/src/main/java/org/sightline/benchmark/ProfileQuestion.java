package org.sightline.benchmark;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a profile is asked for.
 *
 * @param neighbourModel a model's code, or null for the newest
 * @param onlyHeadline only the indicators that open a comparison
 */
public record ProfileQuestion(
    LocalDate asAt, @Nullable String neighbourModel, boolean onlyHeadline) {}
