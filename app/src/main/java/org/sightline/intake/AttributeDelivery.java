package org.sightline.intake;

import org.sightline.intake.mapping.AttributeRule;
import org.sightline.intake.mapping.Mapping;

/**
 * A file of what councils are, read by its mapping. It is part of no release: each row says from
 * when it counts.
 *
 * @param rule which column says what
 */
record AttributeDelivery(ImportRequest request, Mapping layout, AttributeRule rule)
    implements OfficialTable {}
