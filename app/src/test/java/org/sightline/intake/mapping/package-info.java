/** Mappings, read and refused. */
@NullMarked
package org.sightline.intake.mapping;

import org.jspecify.annotations.NullMarked;
