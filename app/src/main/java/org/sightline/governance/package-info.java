/**
 * What is done about a council from outside, and its story in one line: interventions, formal
 * reviews, the grades of its children's homes, and the timeline on which they stand with its
 * inspections and plans.
 *
 * <p>Owns interventions, reviews, homes and the counts of homes. The timeline asks other rooms for
 * what it shows of theirs, and knows nothing that the viewer may not see. What holds on a day
 * although only its month is known is decided in one view of the database.
 */
@NullMarked
package org.sightline.governance;

import org.jspecify.annotations.NullMarked;
