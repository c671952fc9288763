package org.sightline.intake;

import org.sightline.intake.mapping.Mapping;

/** An official file, which an operator brings in and a mapping reads. */
sealed interface OfficialFile extends Delivery permits OfficialDelivery, OfficialTable {
  @Override
  ImportRequest request();

  /** How the file is laid out. */
  Mapping layout();

  @Override
  default String mapping() {
    return layout().name();
  }

  @Override
  default Belonging belonging() {
    return Belonging.OFFICIAL;
  }
}
