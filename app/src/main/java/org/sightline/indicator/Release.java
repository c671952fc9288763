package org.sightline.indicator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;

/** One publication of a source on a day. */
@MappedEntity("release")
public record Release(
    @Id int id,
    String code,
    String publication,
    String title,
    LocalDate publishedOn,
    String source) {}
