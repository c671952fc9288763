/**
 * Inspections of councils as their sources tell of them, what they judged and found, and what
 * follows from their days.
 *
 * <p>An inspection has an account for each source; what is shown of it is merged field by field by
 * the sources' precedence, and every account stays beside it. Everything is made of the rows that
 * the viewer may see. Rooms ask {@code InspectionService} and {@code FindingService}, or their
 * loaders; official accounts are brought by the room {@code intake}.
 */
@NullMarked
package org.sightline.inspection;

import org.jspecify.annotations.NullMarked;
