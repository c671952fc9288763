package org.sightline.intake;

import java.nio.file.Path;
import org.sightline.intake.mapping.Mapping;

/** An official file, which an operator brings in and a mapping reads. */
sealed interface OfficialFile extends Delivery
    permits OfficialDelivery, AttributeDelivery, InspectionDelivery {
  /** What the operator asked for. */
  ImportRequest request();

  /** How the file is laid out. */
  Mapping layout();

  @Override
  default Path file() {
    return request().file();
  }

  @Override
  default String fileName() {
    return request().fileName();
  }

  @Override
  default String mapping() {
    return layout().name();
  }

  @Override
  default Belonging belonging() {
    return Belonging.OFFICIAL;
  }

  @Override
  default boolean strict() {
    return request().strict();
  }

  @Override
  default boolean takesWorkbooks() {
    return true;
  }
}
