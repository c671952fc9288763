/** GraphQL as a caller meets it: over HTTP, on a running server. */
@NullMarked
package org.sightline.graphql.http;

import org.jspecify.annotations.NullMarked;
