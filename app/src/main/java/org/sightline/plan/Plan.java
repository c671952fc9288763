package org.sightline.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * A council's plan.
 *
 * @param embargoedUntil null for every class but EMBARGOED
 * @param parentKey the plan above it, null where there is none
 * @param parentActionKey the action of the plan above that it carries out
 * @param inspectionKey the inspection that it answers, null where it answers none
 * @param draftedOn the day on which the draft was handed in, null where that is not stated
 * @param finalisedOn the day on which it was made final, null where that is not stated
 * @param source where it was taken from, null where it was written here
 * @param createdBy the name of who recorded it; null to other organisations
 */
public record Plan(
    int key,
    int ownerKey,
    int councilKey,
    AccessClass accessClass,
    @Nullable OffsetDateTime embargoedUntil,
    String name,
    PlanKind kind,
    PlanState state,
    int schemeKey,
    @Nullable Integer parentKey,
    @Nullable Integer parentActionKey,
    @Nullable Integer inspectionKey,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable LocalDate draftedOn,
    @Nullable LocalDate finalisedOn,
    @Nullable String source,
    @Nullable String paragraph,
    @Nullable String createdBy,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt,
    int version) {}
