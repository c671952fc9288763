package org.sightline.council;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/**
 * A statistical neighbour model of the DfE.
 *
 * @param code such as 2025
 */
@MappedEntity("neighbour_model")
public record NeighbourModel(@Id String code, String name, LocalDate publishedOn, String source) {}
