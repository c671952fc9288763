/**
 * Search of what was found and of what is done about it, across councils, and the way from a
 * finding to its impact and back.
 *
 * <p>Owns no table. Its stores read findings, actions and what links them to choose, to rank and to
 * count, which no service of the rooms {@code inspection} and {@code plan} can give for all
 * councils at once; they return keys, and the things themselves come from those rooms. Figures come
 * from the room {@code benchmark}. What is out of sight is left out before anything is ranked or
 * counted.
 */
@NullMarked
package org.sightline.search;

import org.jspecify.annotations.NullMarked;
