/**
 * Sharing agreements: proposed, signed by both sides, revoked by either.
 *
 * <p>Says of each agreement how it stands at the transaction's instant. Everything wrong with an
 * input is found before anything is written; the database's policies refuse again underneath. An
 * agreement out of the viewer's sight and one that never was are not told apart.
 */
@NullMarked
package org.sightline.access.agreement;

import org.jspecify.annotations.NullMarked;
