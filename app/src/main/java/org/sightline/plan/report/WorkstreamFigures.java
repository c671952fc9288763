package org.sightline.plan.report;

/** A workstream of a report with its counts. */
public record WorkstreamFigures(ReportPart part, CountsByStatus counts) {}
