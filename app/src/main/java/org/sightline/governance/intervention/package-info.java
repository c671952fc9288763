/**
 * Statutory interventions, public ones and those that a council keeps itself: what held on a day,
 * and how sure that is.
 */
@NullMarked
package org.sightline.governance.intervention;

import org.jspecify.annotations.NullMarked;
