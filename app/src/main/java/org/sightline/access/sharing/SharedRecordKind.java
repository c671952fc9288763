package org.sightline.access.sharing;

import org.sightline.tenancy.Dataset;

/** What is shared whole, without indicators or periods; what hangs on one is seen with it. */
public enum SharedRecordKind {
  INSPECTION(Dataset.INSPECTIONS),
  FINDING(Dataset.INSPECTIONS),
  INTERVENTION(Dataset.INSPECTIONS),
  CHILDRENS_HOME_COUNT(Dataset.INSPECTIONS),
  PLAN(Dataset.PLANS);

  private final Dataset dataset;

  SharedRecordKind(Dataset dataset) {
    this.dataset = dataset;
  }

  /** By which they are agreed. */
  Dataset dataset() {
    return dataset;
  }
}
