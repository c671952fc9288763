/** A backup is worth what its restore is: tests of PostgreSQL's own tools on the oldest version. */
@NullMarked
package org.sightline.backup;

import org.jspecify.annotations.NullMarked;
