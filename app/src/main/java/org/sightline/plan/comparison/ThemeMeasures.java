package org.sightline.plan.comparison;

/** How far what a plan does under a theme is. */
record ThemeMeasures(Theme theme, PlanMeasures measures) {}
