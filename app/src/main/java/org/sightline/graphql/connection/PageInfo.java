package org.sightline.graphql.connection;

import org.jspecify.annotations.Nullable;

/** Where a page lies. The cursors are null for an empty page. */
public record PageInfo(
    boolean hasNextPage,
    boolean hasPreviousPage,
    @Nullable String startCursor,
    @Nullable String endCursor) {}
