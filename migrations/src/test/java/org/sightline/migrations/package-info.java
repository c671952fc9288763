/** Migrations on a real PostgreSQL, and who sees which rows afterwards. */
@NullMarked
package org.sightline.migrations;

import org.jspecify.annotations.NullMarked;
