package org.sightline.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An action of the plan as it stands before a sheet comes.
 *
 * @param isRemoved whether it was taken out of the plan
 */
record StandingAction(
    int key,
    String workstream,
    String reference,
    String text,
    @Nullable String ownerRole,
    @Nullable LocalDate originalDue,
    @Nullable LocalDate due,
    @Nullable String status,
    @Nullable LocalDate started,
    @Nullable LocalDate completed,
    boolean isRemoved) {}
