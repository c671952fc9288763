package org.sightline.migrations.leaving;

/** What becomes of a table's rows when their council leaves. */
public enum Fate {
  /** They are deleted. */
  GOES,
  /** They stay, because others rely on them. */
  STAYS,
  /** None of them is ever a council's. */
  NOBODYS
}
