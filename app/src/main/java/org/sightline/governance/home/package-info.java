/**
 * A council's own children's homes, known to it alone, and the counts of them by grade that it
 * gives out.
 */
@NullMarked
package org.sightline.governance.home;

import org.jspecify.annotations.NullMarked;
