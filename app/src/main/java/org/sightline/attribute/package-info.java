/**
 * What councils are besides region and type: practice model, case system, grade, intervention and
 * whatever the definitions name, one value at a time, each with its days and its source.
 *
 * <p>Owns the attributes and their values as they are read, and the groups of councils by them.
 * Everything here is public reference data; the room {@code intake} brings more of it in. The room
 * {@code council} asks {@code AttributeGroups} through its {@code GroupSource}.
 */
@NullMarked
package org.sightline.attribute;

import org.jspecify.annotations.NullMarked;
