package org.sightline.plan.comparison;

/** A theme of the vocabulary that all councils share. */
record Theme(String code, String name) {}
