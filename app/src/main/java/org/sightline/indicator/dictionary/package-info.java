/**
 * The DfE LAIT data dictionary: what the official statistics say of their measures.
 *
 * <p>Owns the entries as the newest imported release gives them, and the sentences on where a
 * definition of ours disagrees. Intake writes the entries; {@code indicator} knows nothing of this
 * room.
 */
@NullMarked
package org.sightline.indicator.dictionary;

import org.jspecify.annotations.NullMarked;
