/**
 * The unpublished figures to try Sightline with: what three councils' papers state, restated, and
 * twelve generated months of the eight invented councils of Northmere.
 *
 * <p>Brings them in as the councils' own people bring in a return, through the room {@code intake},
 * so that every rule and policy of an upload holds for them. Called by the program's start alone.
 * The organisations, people, agreements, inspections and plans are loaded by {@code migrations}.
 */
@NullMarked
package org.sightline.demonstration;

import org.jspecify.annotations.NullMarked;
