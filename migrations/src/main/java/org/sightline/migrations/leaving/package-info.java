/**
 * What a council takes along when it leaves, and what becomes of the rest: the export of all that
 * is its own, and its deletion.
 *
 * <p>Every table that can hold something of a council stands in {@link CouncilTables} with what
 * becomes of it; a test walks the catalogue, so that a new table fails the build until it does.
 */
@NullMarked
package org.sightline.migrations.leaving;

import org.jspecify.annotations.NullMarked;
