package org.sightline.inspection;

/** From which source a field of an inspection is shown. */
public record ShownField(String field, InspectionSource source) {}
