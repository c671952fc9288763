package org.sightline.demonstration;

/** What an invented council is like, in round numbers; its months are made of it. */
enum InventedCouncil {
  ASHMERE("X06000001", "21", 620, 24, 88, 310, 88, 2),
  BRACKENDALE("X06000002", "22", 410, 31, 74, 268, 71, 11),
  COLDWATER_VALE("X06000003", "23", 980, 19, 84, 455, 82, -4),
  DUNMARSH("X06000004", "24", 1240, 27, 66, 640, 64, 6),
  EASTMOOR("X06000005", "25", 530, 22, 93, 247, 93, -1),
  FENWICK_BAY("X06000006", "26", 700, 35, 79, 402, 77, -9),
  GORSEFIELD("X06000007", "27", 860, 29, 81, 388, 79, 0),
  HARROWBECK("X06000008", "28", 1110, 16, 86, 512, 85, 3);

  private final String code;
  private final String contributor;
  private final int contacts;
  private final int conversion;
  private final int timeliness;
  private final int lookedAfter;
  private final int supervision;
  private final int drift;

  /**
   * @param code the ONS code it would have
   * @param contributor the last two digits of the subject of the person who uploads its returns
   * @param contacts received in an ordinary month
   * @param conversion per cent of contacts that become referrals
   * @param timeliness per cent of assessments completed in 45 working days, in the first month
   * @param lookedAfter children looked after at the beginning
   * @param supervision per cent of supervisions completed, in the first month
   * @param drift tenths of a percentage point by which timeliness and supervision grow each month
   */
  InventedCouncil(
      String code,
      String contributor,
      int contacts,
      int conversion,
      int timeliness,
      int lookedAfter,
      int supervision,
      int drift) {
    this.code = code;
    this.contributor = contributor;
    this.contacts = contacts;
    this.conversion = conversion;
    this.timeliness = timeliness;
    this.lookedAfter = lookedAfter;
    this.supervision = supervision;
    this.drift = drift;
  }

  String code() {
    return code;
  }

  String contributor() {
    return contributor;
  }

  int contacts() {
    return contacts;
  }

  int conversion() {
    return conversion;
  }

  int timeliness() {
    return timeliness;
  }

  int lookedAfter() {
    return lookedAfter;
  }

  int supervision() {
    return supervision;
  }

  int drift() {
    return drift;
  }
}
