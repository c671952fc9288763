package org.sightline.plan.report;

import org.sightline.plan.CanonicalState;

/** How the count of one status moved between two reports that mean the same by it. */
public record StatusMovement(String code, String name, CanonicalState state, CountChange count) {}
