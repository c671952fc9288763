/** Benchmarks and trends, asked in GraphQL of a real database. */
@NullMarked
package org.sightline.benchmark;

import org.jspecify.annotations.NullMarked;
