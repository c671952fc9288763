package org.sightline.operations;

import java.util.Set;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** How log lines are written, as logback.xml asks for it: {@code TEXT}, or {@code JSON}. */
public final class LogLines {
  private static final String SETTING = "sightline.logs";
  private static final Set<String> KINDS = Set.of("TEXT", "JSON");

  private LogLines() {}

  /**
   * Says how far a command is: to people as it is, and as a line like all others where they are
   * JSON.
   */
  public static void say(String line) {
    if ("JSON".equals(System.getProperty(Settings.environmentName(SETTING)))) {
      LoggerFactory.getLogger(LogLines.class).info(line);
      return;
    }
    System.out.println(line);
    System.out.flush();
  }

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
    // Libraries that log by Java's own means would write lines of their own kind.
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    if (!isKnown) {
      throw new StartFailure("%s is '%s' and must be TEXT or JSON.".formatted(name, kind));
    }
  }
}
