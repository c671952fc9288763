package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sightline.migrations.MigrationsTest.texts;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sightline.local.Database;
import org.sightline.local.InstalledPostgres;
import org.sightline.local.TestPostgres;
import org.sightline.migrations.upkeep.DatabaseFingerprint;
import org.sightline.migrations.upkeep.Fingerprints;
import org.sightline.migrations.upkeep.TablesOwner;

/** PostgreSQL 15 is the oldest that is supported, and gets the same tables as the newest. */
class OldestPostgresTest {
  private static final String POLICIES_AND_GRANTS =
      """
      SELECT concat_ws(' ', tablename, policyname, cmd, roles::text, qual, with_check) FROM pg_policies
      UNION ALL
      SELECT concat_ws(' ', relname, held.privilege_type, held.grantee::regrole::text) FROM pg_class, aclexplode(relacl) AS held
      WHERE relnamespace = 'public'::regnamespace AND held.grantee::regrole::text LIKE 'sightline\\_%' AND relname !~ '^access_log_'
        AND held.grantee <> relowner
      UNION ALL
      SELECT concat_ws(' ', conrelid::regclass::text, pg_get_constraintdef(oid)) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conparentid = 0
      UNION ALL
      SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) FROM information_schema.columns
      WHERE table_schema = 'public'
      ORDER BY 1
      """;

  @Test
  void itsTablesPoliciesAndGrantsAreThoseOfTheNewestAndMigratingAgainChangesNothing()
      throws SQLException {
    assumeTrue(
        InstalledPostgres.isThere(),
        "PostgreSQL 15 is not in /usr/lib/postgresql/15: install postgresql-15.");
    try (InstalledPostgres server = InstalledPostgres.start()) {
      Database oldest = server.newDatabase("sightline");
      Database newest = TestPostgres.freshDatabase();
      for (Database database : new Database[] {oldest, newest}) {
        Migrations migrations = new Migrations(MigrationsTest.settings(database));
        migrations.run(step -> {});
        migrations.demonstrate(step -> {});
      }
      DatabaseFingerprint before = fingerprint(oldest);

      new Migrations(MigrationsTest.settings(oldest)).run(step -> {});

      assertThat(fingerprint(oldest).differencesFrom(before)).isEmpty();
      try (Connection old = oldest.connect();
          Connection young = newest.connect()) {
        assertThat(texts(old, "SHOW server_version").getFirst()).startsWith("15.");
        assertThat(texts(old, POLICIES_AND_GRANTS))
            .hasSizeGreaterThan(500)
            .isEqualTo(texts(young, POLICIES_AND_GRANTS));
      }
    }
  }

  private static DatabaseFingerprint fingerprint(Database database) {
    return Fingerprints.of(
        new TablesOwner(database.url(), database.ownerUsername(), database.ownerPassword()));
  }
}
