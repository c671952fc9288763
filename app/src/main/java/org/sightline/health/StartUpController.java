package org.sightline.health;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.Map;

/**
 * Says that this process has started: nothing listens before the database was checked and the
 * issuer's keys were read.
 */
@Controller(value = "/health/startup", port = "${sightline.management-port}")
@Requires(property = Management.PORT)
final class StartUpController {
  @Get
  Map<String, String> started() {
    return Map.of("name", "sightline", "status", "UP");
  }
}
