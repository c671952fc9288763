/**
 * What an operator meets: the settings, and the checks before anything is served.
 *
 * <p>Refuses to start where row-level security would not hold the service, and says each failure in
 * one sentence. Called by commands only, of which {@code import} stands in the intake's room; it
 * calls no other room.
 */
@NullMarked
package org.sightline.operations;

import org.jspecify.annotations.NullMarked;
