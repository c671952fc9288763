package org.sightline.inspection.framework;

/** What a visit may be about. */
public record VisitTheme(String code, String name, String source) {}
