package org.sightline.plan.report;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.plan.CanonicalState;

/**
 * An action as it stood when a report was made from the plan's actions.
 *
 * @param statusCode what was declared, null where nothing was
 * @param state what that meant
 * @param originalDueOn as of the action itself: null to those to whom it is not told
 */
public record ReportedAction(
    int reportKey,
    int actionKey,
    int workstreamKey,
    String reference,
    String text,
    @Nullable String statusCode,
    CanonicalState state,
    @Nullable LocalDate originalDueOn,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate completedOn,
    boolean hasImpact,
    int timesReDated,
    int timesReopened) {}
