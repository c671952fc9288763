/** Tests that every table is in the list of those that a leaving council can have something in. */
@NullMarked
package org.sightline.migrations.leaving;

import org.jspecify.annotations.NullMarked;
