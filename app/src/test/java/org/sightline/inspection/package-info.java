/** Inspections as people and machines ask for them. */
@NullMarked
package org.sightline.inspection;

import org.jspecify.annotations.NullMarked;
