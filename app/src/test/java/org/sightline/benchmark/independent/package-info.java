/**
 * Official figures and everything computed from them, a second time: in SQL, straight from the raw
 * files, knowing nothing of the product's mappings, definitions or arithmetic. What is checked is a
 * line of {@code indicators.csv}; the SQL stands beside it.
 */
@NullMarked
package org.sightline.benchmark.independent;

import org.jspecify.annotations.NullMarked;
