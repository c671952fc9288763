/** Imports of files that are right, wrong, large, or real. */
@NullMarked
package org.sightline.intake;

import org.jspecify.annotations.NullMarked;
