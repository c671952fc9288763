/**
 * Sharing protocols: one text that many organisations sign and leave, each for itself.
 *
 * <p>The convenor proposes and invites; a party signs, leaves, and may be invited anew. Everything
 * wrong with an input is found before anything is written; the database's policies refuse again
 * underneath. A protocol out of the viewer's sight and one that never was are not told apart.
 */
@NullMarked
package org.sightline.access.protocol;

import org.jspecify.annotations.NullMarked;
