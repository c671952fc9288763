/** Plans side by side, over a real database. */
@NullMarked
package org.sightline.plan.comparison;

import org.jspecify.annotations.NullMarked;
