/** What operations cost, on a schema made for tests, and what is left of a minute. */
@NullMarked
package org.sightline.graphql.cost;

import org.jspecify.annotations.NullMarked;
