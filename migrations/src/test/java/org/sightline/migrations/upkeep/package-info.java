/** Tests of what an operator does with the whole database. */
@NullMarked
package org.sightline.migrations.upkeep;

import org.jspecify.annotations.NullMarked;
