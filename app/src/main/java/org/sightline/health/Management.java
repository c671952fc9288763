package org.sightline.health;

import java.util.Map;
import org.sightline.operations.Settings;

/** The port at which operators, and nobody else, are told how this process is. */
public final class Management {
  /** The setting that names it; nothing is told where it is not set. */
  public static final String PORT = Settings.MANAGEMENT_PORT;

  private Management() {}

  /** What the service is put together with, for it to tell anything. */
  public static Map<String, Object> properties(int port) {
    return Map.of(
        PORT,
        port,
        "endpoints.all.port",
        port,
        "endpoints.health.enabled",
        true,
        "endpoints.prometheus.enabled",
        true);
  }
}
