/**
 * Groups of councils that an organisation saves under a name.
 *
 * <p>Owns the saved groups: an organisation sees, overwrites and removes its own, and knows of no
 * other's. The room {@code council} asks {@code SavedGroups} through its {@code GroupSource}. The
 * database's policies refuse again underneath.
 */
@NullMarked
package org.sightline.group;

import org.jspecify.annotations.NullMarked;
