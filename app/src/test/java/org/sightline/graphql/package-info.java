/** Ids and suggestions by themselves. */
@NullMarked
package org.sightline.graphql;

import org.jspecify.annotations.NullMarked;
