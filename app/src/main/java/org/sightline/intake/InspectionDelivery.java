package org.sightline.intake;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.InspectionRule;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;

/**
 * A table of inspections, read by its mapping. It is part of no release: each inspection has days
 * of its own, and the mapping says who tells of it.
 *
 * @param rule which column says what
 * @param catalogue of the mappings by which other tables came
 */
record InspectionDelivery(
    ImportRequest request, Mapping layout, InspectionRule rule, MappingCatalogue catalogue)
    implements OfficialTable {
  /** When the file came out: the operator's word, then the mapping's, null where neither says. */
  @Nullable LocalDate publishedOn() {
    return request.publishedOn() == null ? rule.source().day() : request.publishedOn();
  }
}
