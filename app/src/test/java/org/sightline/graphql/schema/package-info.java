/** The schema as it is put together, on one made for tests. */
@NullMarked
package org.sightline.graphql.schema;

import org.jspecify.annotations.NullMarked;
