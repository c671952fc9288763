/**
 * What an operator does with the whole database as the tables' owner: tells by fingerprints whether
 * two databases hold the same, before and after a backup is restored.
 *
 * <p>Whoever connects here sees past row-level security, or is refused: rows are never left out in
 * silence.
 */
@NullMarked
package org.sightline.migrations.upkeep;

import org.jspecify.annotations.NullMarked;
