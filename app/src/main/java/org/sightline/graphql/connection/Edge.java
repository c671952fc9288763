package org.sightline.graphql.connection;

/** An item of a page, and the cursor to go on after it. */
public record Edge<T>(String cursor, T node) {}
