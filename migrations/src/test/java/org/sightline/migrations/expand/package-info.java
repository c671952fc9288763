/**
 * Whether a change of the tables is one over which two releases of the service can run at once, and
 * which holds nobody up (docs/decisions/0045).
 */
@NullMarked
package org.sightline.migrations.expand;

import org.jspecify.annotations.NullMarked;
