package org.sightline;

import org.sightline.tenancy.Viewer;

/** Some of the people of demonstration/members.csv. */
public final class DemonstrationPeople {
  public static final Viewer HULL_ANALYST = person(1);
  public static final Viewer HULL_OWNER = person(3);
  public static final Viewer HEREFORDSHIRE_ANALYST = person(4);
  public static final Viewer YORK_ANALYST = person(7);
  public static final Viewer YORKSHIRE_PARTNER = person(10);
  public static final Viewer ADVISER = person(12);
  public static final Viewer OPERATOR = person(14);
  public static final Viewer NORTHMERE_PARTNER = person(15);
  public static final Viewer ASHMERE = person(21);
  public static final Viewer BRACKENDALE = person(22);
  public static final Viewer COLDWATER = person(23);
  public static final Viewer FENWICK_BAY = person(26);
  public static final Viewer GORSEFIELD = person(27);
  public static final Viewer HARROWBECK = person(28);

  private DemonstrationPeople() {}

  private static Viewer person(int number) {
    return new Viewer("00000000-0000-4000-8000-%012d".formatted(number));
  }
}
