package org.sightline.inspection;

import java.util.Arrays;
import java.util.Optional;

/** The records whose class a data owner changes, by their types' names in the schema. */
public enum RecordKind {
  INSPECTION("Inspection"),
  FINDING("Finding"),
  INTERVENTION("Intervention"),
  PLAN("Plan");

  private final String type;

  RecordKind(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  static Optional<RecordKind> ofType(String type) {
    return Arrays.stream(values()).filter(kind -> kind.type.equals(type)).findFirst();
  }
}
