package org.sightline.migrations.invented;

/** An invented council's plan in round numbers; its actions and months are made of it. */
enum InventedPlan {
  ASHMERE(
      1,
      "ashmere",
      "Staying good",
      "IMPROVEMENT",
      Colours.RAG,
      "ashmere-ilacs-2023",
      20,
      5,
      92,
      0,
      4),
  BRACKENDALE(
      2,
      "brackendale",
      "Out of intervention for good",
      "IMPROVEMENT",
      Colours.BRAG,
      "brackendale-ilacs-2023",
      44,
      7,
      78,
      0,
      14),
  COLDWATER_VALE(
      3,
      "coldwater",
      "Better plans for children",
      "IMPROVEMENT",
      Colours.RAGP,
      "coldwater-ilacs-2022",
      38,
      6,
      60,
      10,
      20),
  DUNMARSH(
      4,
      "dunmarsh",
      "From requires improvement to good",
      "IMPROVEMENT",
      Colours.RAGP_AT_RISK,
      "dunmarsh-ilacs-2023",
      52,
      8,
      58,
      5,
      24),
  EASTMOOR(
      5,
      "eastmoor",
      "Priority action plan",
      "PRIORITY_ACTION",
      Colours.EASTMOOR_STEPS,
      "eastmoor-ilacs-2022",
      60,
      9,
      42,
      0,
      34),
  FENWICK_BAY(
      6,
      "fenwick",
      "Keeping what we have",
      "IMPROVEMENT",
      Colours.BRAG,
      "fenwick-ilacs-2024",
      28,
      5,
      44,
      45,
      30),
  GORSEFIELD(
      7,
      "gorsefield",
      "The last step",
      "IMPROVEMENT",
      Colours.RAGP_AT_RISK,
      "gorsefield-ilacs-2024",
      24,
      5,
      70,
      5,
      10),
  HARROWBECK(
      8,
      "harrowbeck",
      "Our own plan",
      "STRATEGIC",
      Colours.RAGP,
      "harrowbeck-ilacs-2023",
      30,
      6,
      66,
      10,
      14);

  private final int number;
  private final String key;
  private final String title;
  private final String kind;
  private final Colours colours;
  private final String inspection;
  private final int actions;
  private final int workstreams;
  private final int inTime;
  private final int rosy;
  private final int reDated;

  /**
   * How its actions go, in per cent.
   *
   * @param inTime of the actions that are done by their day
   * @param rosy of the overdue actions that are declared on track
   * @param reDated of the actions that get a later day
   */
  record Pace(int inTime, int rosy, int reDated) {}

  /**
   * @param number of the council, the last digit of its code
   * @param key of the plan in the files, and the beginning of its data owner's name
   * @param inspection the key of the one that it responds to
   * @param inTime as in {@link Pace}, and so the other two
   */
  InventedPlan(
      int number,
      String key,
      String title,
      String kind,
      Colours colours,
      String inspection,
      int actions,
      int workstreams,
      int inTime,
      int rosy,
      int reDated) {
    this.number = number;
    this.key = key;
    this.title = title;
    this.kind = kind;
    this.colours = colours;
    this.inspection = inspection;
    this.actions = actions;
    this.workstreams = workstreams;
    this.inTime = inTime;
    this.rosy = rosy;
    this.reDated = reDated;
  }

  int number() {
    return number;
  }

  String key() {
    return key;
  }

  String title() {
    return title + " (invented)";
  }

  String kind() {
    return kind;
  }

  Colours colours() {
    return colours;
  }

  String inspection() {
    return inspection;
  }

  int actions() {
    return actions;
  }

  int workstreams() {
    return workstreams;
  }

  Pace pace() {
    return new Pace(inTime, rosy, reDated);
  }

  String organisation() {
    return "x0600000" + number;
  }

  String person() {
    return key + "-owner";
  }

  /** Harrowbeck keeps its plan to itself. */
  String accessClass() {
    return this == HARROWBECK ? "COUNCIL_ONLY" : "SHARED";
  }

  /** Fenwick Bay counts its actions by hand and reports the numbers alone. */
  String reportsFrom() {
    return this == FENWICK_BAY ? "COUNTS" : "ACTIONS";
  }

  /** Dunmarsh has not said what its last workstream is about. */
  boolean isMapped(int workstream) {
    return this != DUNMARSH || workstream < workstreams;
  }
}
