/** Tests of the room with the working days. */
@NullMarked
package org.sightline.calendar;

import org.jspecify.annotations.NullMarked;
