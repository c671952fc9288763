package org.sightline.plan;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/** A plan that is to be recorded. */
record NewPlan(
    PlanContent content,
    AccessClass accessClass,
    @Nullable OffsetDateTime embargoedUntil,
    @Nullable String source,
    @Nullable String paragraph) {}
