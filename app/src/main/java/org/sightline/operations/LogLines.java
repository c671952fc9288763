package org.sightline.operations;

import java.util.Set;

/** How log lines are written, as logback.xml asks for it: {@code TEXT}, or {@code JSON}. */
public final class LogLines {
  private static final String SETTING = "sightline.logs";
  private static final Set<String> KINDS = Set.of("TEXT", "JSON");

  private LogLines() {}

  /**
   * Hands the setting on to logback, which knows environment variables and system properties by one
   * name only. To be called before the first logger is made.
   *
   * @throws StartFailure when it is neither; lines are then texts
   */
  public static void choose(Settings settings) {
    String name = Settings.environmentName(SETTING);
    String kind = settings.find(SETTING).orElse("TEXT");
    boolean isKnown = KINDS.contains(kind);
    System.setProperty(name, isKnown ? kind : "TEXT");
    if (!isKnown) {
      throw new StartFailure("%s is '%s' and must be TEXT or JSON.".formatted(name, kind));
    }
  }
}
