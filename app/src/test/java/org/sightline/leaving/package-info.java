/** Tests of what a council takes along when it leaves, and of what stays. */
@NullMarked
package org.sightline.leaving;

import org.jspecify.annotations.NullMarked;
