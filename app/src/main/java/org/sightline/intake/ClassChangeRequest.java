package org.sightline.intake;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.indicator.AccessClass;

/** What a data owner asks for: of which upload, from which class to which. */
record ClassChangeRequest(
    @Nullable String importId,
    @Nullable String releaseId,
    AccessClass expected,
    AccessClass wanted,
    @Nullable OffsetDateTime embargoedUntil) {
  static ClassChangeRequest of(Input input) {
    return new ClassChangeRequest(
        input.text("importId"),
        input.text("releaseId"),
        input.choice("expectedClass", AccessClass.class),
        input.choice("accessClass", AccessClass.class),
        input.instant("embargoedUntil"));
  }
}
