package org.sightline.plan.comparison;

import org.sightline.plan.Plan;

/** A workstream of which the council has not said which shared theme it is about. */
record UnmappedWorkstream(Plan plan, String name) {}
