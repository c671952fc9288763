/** Operations that are stopped, without a database: each order of events, not one by chance. */
@NullMarked
package org.sightline.tenancy;

import org.jspecify.annotations.NullMarked;
