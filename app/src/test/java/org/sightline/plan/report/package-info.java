/** Status reports: figures that do not depend on a database, and issuing and asking over one. */
@NullMarked
package org.sightline.plan.report;

import org.jspecify.annotations.NullMarked;
