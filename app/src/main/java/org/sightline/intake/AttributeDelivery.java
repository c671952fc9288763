package org.sightline.intake;

import java.nio.file.Path;
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
    implements Delivery {
  /** Such files name some hundreds of councils; a million rows are another kind of file. */
  static final int MOST_ROWS = 100_000;

  @Override
  public Path file() {
    return request.file();
  }

  @Override
  public String fileName() {
    return request.fileName();
  }

  @Override
  public String mapping() {
    return layout.name();
  }

  @Override
  public Belonging belonging() {
    return Belonging.OFFICIAL;
  }

  @Override
  public @Nullable String release() {
    return null;
  }

  @Override
  public boolean strict() {
    return request.strict();
  }

  @Override
  public long mostRejections() {
    return MOST_ROWS;
  }

  @Override
  public boolean takesWorkbooks() {
    return false;
  }
}
