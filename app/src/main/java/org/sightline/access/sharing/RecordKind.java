package org.sightline.access.sharing;

import org.sightline.tenancy.Dataset;

/** What is shared whole, without indicators or periods; what hangs on one is seen with it. */
public enum RecordKind {
  INSPECTION(Dataset.INSPECTIONS),
  FINDING(Dataset.INSPECTIONS),
  INTERVENTION(Dataset.INSPECTIONS),
  CHILDRENS_HOME_COUNT(Dataset.INSPECTIONS),
  PLAN(Dataset.PLANS);

  private final Dataset dataset;

  RecordKind(Dataset dataset) {
    this.dataset = dataset;
  }

  /** By which they are agreed. */
  Dataset dataset() {
    return dataset;
  }
}
