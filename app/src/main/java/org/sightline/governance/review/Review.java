package org.sightline.governance.review;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A formal review of a council by another organisation.
 *
 * @param issuedAt null while it is a draft
 * @param isWriter whether the viewer wrote it
 * @param isAgreed whether the council shares something with the viewer by an agreement now
 */
public record Review(
    int key,
    int organisationKey,
    int councilKey,
    LocalDate heldOn,
    String title,
    String conclusion,
    String writtenBy,
    @Nullable OffsetDateTime issuedAt,
    OffsetDateTime createdAt,
    int version,
    boolean isWriter,
    boolean isAgreed) {}
