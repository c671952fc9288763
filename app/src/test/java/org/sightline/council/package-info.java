/** Councils, regions and neighbours, asked in GraphQL. */
@NullMarked
package org.sightline.council;

import org.jspecify.annotations.NullMarked;
