package org.sightline.migrations.leaving;

/**
 * A table that can hold something of a council.
 *
 * @param rows the condition for the rows that are the council's or name it; each {@code ?} is its
 *     organisation's key
 * @param exported the condition for those that the council takes along; "false" for none
 * @param why it stays; empty where it goes
 */
public record CouncilTable(String name, Fate fate, String rows, String exported, String why) {
  static CouncilTable goes(String name, String rows) {
    return new CouncilTable(name, Fate.GOES, rows, rows, "");
  }

  static CouncilTable stays(String name, String rows, String exported, String why) {
    return new CouncilTable(name, Fate.STAYS, rows, exported, why);
  }

  static CouncilTable nobodys(String name, String why) {
    return new CouncilTable(name, Fate.NOBODYS, "false", "false", why);
  }

  boolean isExported() {
    return !exported.equals("false");
  }
}
