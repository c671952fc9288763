/** Attributes of councils, asked in GraphQL. */
@NullMarked
package org.sightline.attribute;

import org.jspecify.annotations.NullMarked;
