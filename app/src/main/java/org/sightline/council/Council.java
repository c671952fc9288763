package org.sightline.council;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An upper-tier council.
 *
 * @param code the current ONS code, or the last one
 * @param dfeNumber three digits; a successor can have its predecessor's
 * @param regionKey the smallest region it lies in: Inner or Outer London for a London council
 * @param existsTo the last day, or null while it exists
 * @param generated whether it was made up for the demonstration
 */
public record Council(
    int key,
    String name,
    String code,
    String dfeNumber,
    CouncilType type,
    int regionKey,
    LocalDate existsFrom,
    @Nullable LocalDate existsTo,
    boolean generated)
    implements Area {}
