package org.sightline.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be changed of a plan. */
record PlanContent(
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
    @Nullable LocalDate finalisedOn) {}
