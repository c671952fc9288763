/**
 * The tests that keep the contract: it is one valid schema, described, well named, and reviewed.
 */
@NullMarked
package org.sightline.schema;

import org.jspecify.annotations.NullMarked;
