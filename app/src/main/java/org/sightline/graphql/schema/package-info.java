/**
 * The schema as it is served: read from the class path, given its scalars, wired to the rooms, and
 * checked at start, so that a field nobody answers is found before a caller finds it.
 */
@NullMarked
package org.sightline.graphql.schema;

import org.jspecify.annotations.NullMarked;
