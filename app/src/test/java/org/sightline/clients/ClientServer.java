package org.sightline.clients;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.Map;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.TestSightline;
import org.sightline.access.token.TestIssuer;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/**
 * A running Sightline with the first figures, which everybody sees, on a real database: Hull has
 * five inspections and a plan of five actions, York one inspection, and an analyst of Hull a token.
 */
final class ClientServer implements AutoCloseable {
  private static final String INSPECTION =
      """
      WITH inspected AS (
        INSERT INTO inspection (council_id, framework_code, access_class)
        VALUES (?, 'ilacs', 'PUBLISHED') RETURNING id),
      told AS (
        INSERT INTO inspection_source (code, kind, title, publisher)
        VALUES (?, 'REPORT', 'A report', 'Ofsted') RETURNING id)
      INSERT INTO inspection_account (inspection_id, source_id, starts_on)
      SELECT inspected.id, told.id, make_date(?, 3, 2) FROM inspected, told
      """;

  private static final String PLAN =
      """
      WITH made AS (
        INSERT INTO plan (owner_organisation_id, council_id, access_class, name, kind, state, scheme_id, created_by_name)
        SELECT ?, ?, 'COUNCIL_ONLY', 'Improvement plan', 'IMPROVEMENT', 'LIVE', id, 'Somebody'
        FROM status_scheme WHERE owner_organisation_id IS NULL AND code = 'brag'
        RETURNING id, owner_organisation_id)
      INSERT INTO workstream (plan_id, owner_organisation_id, position, name)
      SELECT id, owner_organisation_id, 1, 'All' FROM made RETURNING id
      """;

  private static final String ACTIONS =
      """
      INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text)
      SELECT plan_id, id, owner_organisation_id, '1.' || number, 'An action'
      FROM workstream, generate_series(1, 5) number WHERE id = ?
      """;

  private final TestSightline figures = TestSightline.withFirstFigures();
  private final TestIssuer issuer = new TestIssuer();
  private final EmbeddedServer server;

  ClientServer() {
    try (SharedWorld world = new SharedWorld(figures.database())) {
      fill(world);
    }
    Map<String, Object> settings = new HashMap<>(TestSightline.settings(figures.database()));
    settings.putAll(issuer.settings());
    settings.put("sightline.anonymous", "PUBLISHED");
    settings.put("micronaut.server.host", "127.0.0.1");
    settings.put("micronaut.server.port", "-1");
    server = ApplicationContext.run(EmbeddedServer.class, settings);
  }

  private static void fill(SharedWorld world) {
    Organisation hull = world.council("E06000010");
    Viewer _ = world.member(hull, "analyst", Role.ANALYST);
    for (int year = 2020; year < 2025; year++) {
      world.execute(INSPECTION, world.areaKey("E06000010"), "hull-" + year, year);
    }
    world.execute(INSPECTION, world.areaKey("E06000014"), "york", 2019);
    world.execute(ACTIONS, world.key(PLAN, hull.id(), world.areaKey("E06000010")));
  }

  /** Where GraphQL is. */
  String address() {
    return server.getURL() + "/graphql";
  }

  /** The analyst's. */
  String token() {
    return issuer.token("analyst");
  }

  @Override
  public void close() {
    server.close();
    issuer.close();
    figures.close();
  }
}
