package org.sightline.plan;

/**
 * One status of a scheme.
 *
 * @param code as the plan writes it, such as {@code A}
 * @param meaning in this scheme, in the plan's own sense
 */
public record Status(String code, String name, String meaning, CanonicalState state) {}
