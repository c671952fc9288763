package org.sightline.access.onboarding;

/**
 * Who is invited to decide for an organisation.
 *
 * @param email in lower case
 */
public record FirstDataOwner(String name, String email) {}
