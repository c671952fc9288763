package org.sightline.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that a plan says is to be done.
 *
 * @param schemeKey its plan's
 * @param place among the actions of its plan
 * @param ownerRole a role, never a person's name
 * @param originalDueOn the first day it was due, which never changes; null where none was stated,
 *     and to other organisations where it was set while the plan was not shown to them
 * @param dueOn the day it is due now
 * @param statusCode what the council declares, in the plan's scheme; null where it says nothing
 * @param impactOn the day of the first evidence of an effect, null where there is none
 * @param removedAt null while it is part of the plan
 * @param timesReDated counted from its history and from what was stated when it came
 * @param changedAt to other organisations the beginning of that day where the plan was not shown to
 *     them then
 */
public record Action(
    int key,
    int planKey,
    int workstreamKey,
    int ownerKey,
    int schemeKey,
    ActionPlace place,
    String reference,
    String text,
    @Nullable String ownerRole,
    @Nullable LocalDate originalDueOn,
    @Nullable LocalDate dueOn,
    @Nullable String statusCode,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate completedOn,
    @Nullable LocalDate impactOn,
    @Nullable OffsetDateTime removedAt,
    int timesReDated,
    int timesReopened,
    @Nullable String source,
    @Nullable String paragraph,
    OffsetDateTime createdAt,
    OffsetDateTime changedAt,
    int version) {}
