package org.sightline.intake.mapping;

/** The family of files that a mapping reads. */
public enum MappingFormat {
  /** A tidy file of Explore Education Statistics. */
  EES_CSV,
  /** The project's own form: one observation a row, each with its release and source line. */
  LONG_FORM,
  /** The DfE LAIT data dictionary: what measures mean, and no figures. */
  DICTIONARY,
  /** What councils are: one value of one attribute a row, with the day from which it counts. */
  ATTRIBUTE_CSV,
  /** Inspections of councils and their grades: one or several inspections a row. */
  INSPECTION_TABLE
}
