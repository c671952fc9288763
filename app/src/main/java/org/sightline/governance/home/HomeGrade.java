package org.sightline.governance.home;

import java.util.List;

/**
 * A grade of Ofsted's scale of four points.
 *
 * @param aliases other words for it
 */
record HomeGrade(String code, String name, List<String> aliases) {
  HomeGrade {
    aliases = List.copyOf(aliases);
  }

  /** Whether somebody means this one, whatever the capitals. */
  boolean isMeantBy(String written) {
    String asked = written.strip();
    return code.equalsIgnoreCase(asked)
        || name.equalsIgnoreCase(asked)
        || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(asked));
  }
}
