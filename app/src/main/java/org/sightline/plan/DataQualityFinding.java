package org.sightline.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something that a plan or a report states and that does not fit together. What is stated stays.
 *
 * @param rule such as {@code milestone-with-two-dates}
 * @param subject what it is about, in words
 * @param stated what is stated, null where nothing is
 * @param recomputed what comes out instead, null where nothing can
 * @param message a sentence
 */
public record DataQualityFinding(
    String rule,
    DataQualitySeverity severity,
    String subject,
    @Nullable String stated,
    @Nullable String recomputed,
    String message) {}
