/**
 * GraphQL over HTTP, for every room.
 *
 * <p>Owns the transport, the documents and their limits, the errors, the global ids and the
 * scalars. A room adds its part of the schema by a bean that implements {@link
 * org.sightline.graphql.RoomFields}, and its batched links by {@link
 * org.sightline.graphql.RoomLoaders}; it refuses by throwing {@link
 * org.sightline.graphql.BadUserInput} or {@link org.sightline.graphql.NotFound}. This room knows no
 * other room but {@code tenancy}, which opens the one transaction of each operation.
 */
@NullMarked
package org.sightline.graphql;

import org.jspecify.annotations.NullMarked;
