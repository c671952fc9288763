package org.sightline.plan.report;

import org.sightline.plan.CanonicalState;

/** How the count of one state moved between two reports, whatever colours it had. */
public record StateMovement(CanonicalState state, CountChange count) {}
