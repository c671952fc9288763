package org.sightline.intake;

import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.AttributeRule;
import org.sightline.intake.mapping.Mapping;

/**
 * A file of what councils are, read by its mapping. It is part of no release: each row says from
 * when it counts.
 *
 * @param rule which column says what
 */
record AttributeDelivery(ImportRequest request, Mapping layout, AttributeRule rule)
    implements OfficialFile {
  /** Such files name some hundreds of councils; a million rows are another kind of file. */
  static final int MOST_ROWS = 100_000;

  @Override
  public @Nullable String release() {
    return null;
  }

  @Override
  public long mostRejections() {
    return MOST_ROWS;
  }
}
