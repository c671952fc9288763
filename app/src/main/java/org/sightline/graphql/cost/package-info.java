/**
 * What an operation costs, before it runs, and what a caller may spend in a minute.
 *
 * <p>The schema says by {@code @cost} and {@code @listSize} what its fields cost and how long its
 * lists are taken to be; from that, a valid document and its variables follows one number. It is an
 * estimate from above, found in time proportional to the document; nothing is read for it.
 */
@NullMarked
package org.sightline.graphql.cost;

import org.jspecify.annotations.NullMarked;
