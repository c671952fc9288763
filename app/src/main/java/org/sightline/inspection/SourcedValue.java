package org.sightline.inspection;

/** What a source says of a field, in words. */
public record SourcedValue(String value, InspectionSource source) {}
