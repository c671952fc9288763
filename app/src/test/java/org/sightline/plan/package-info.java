/** Tests of plans on a real PostgreSQL. */
@NullMarked
package org.sightline.plan;

import org.jspecify.annotations.NullMarked;
