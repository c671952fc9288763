package org.sightline.intake;

/** The plan that a sheet is of. */
record SheetPlan(int key, String name, SheetScheme scheme) {}
