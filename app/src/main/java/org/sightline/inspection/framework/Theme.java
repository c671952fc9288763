package org.sightline.inspection.framework;

/** A word of the vocabulary that findings and workstreams share. */
public record Theme(String code, String name, String description) {}
