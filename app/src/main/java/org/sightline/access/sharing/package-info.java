/**
 * What agreements and protocols have in common: what is shared, on which terms, what that shows,
 * and who sees what because of it.
 *
 * <p>Reads the terms of an input and says what is wrong with them. Everything here is about the
 * viewer's own organisation; the database's functions decide what a grant lets somebody see.
 */
@NullMarked
package org.sightline.access.sharing;

import org.jspecify.annotations.NullMarked;
