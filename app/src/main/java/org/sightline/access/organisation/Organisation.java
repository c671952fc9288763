package org.sightline.access.organisation;

import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.OrganisationKind;

/**
 * Whoever can own data, or be given access to it.
 *
 * @param key the organisation's own number
 * @param code such as {@code e06000010}
 * @param councilKey the area of a council, null for other kinds
 */
public record Organisation(
    int key, String code, String name, OrganisationKind kind, @Nullable Integer councilKey) {}
