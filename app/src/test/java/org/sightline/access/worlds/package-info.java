/**
 * Proofs that each viewer is shown exactly what it may see: invented worlds against an oracle that
 * knows no SQL, and each guard removed alone.
 */
@NullMarked
package org.sightline.access.worlds;

import org.jspecify.annotations.NullMarked;
