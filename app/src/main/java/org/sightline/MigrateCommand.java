package org.sightline;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.sightline.migrations.MigrationLimits;
import org.sightline.migrations.MigrationSettings;
import org.sightline.migrations.Migrations;
import org.sightline.operations.DatabaseLogin;
import org.sightline.operations.LogLines;
import org.sightline.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Brings the database to the present. */
@Command(
    name = "migrate",
    description = {
      "Bring the database to the present: roles, tables, row-level security, reference data.",
      "",
      "Connects as SIGHTLINE_DATABASE_OWNER_USERNAME, which owns the tables, and makes the"
          + " service's two roles where they do not exist. Running it twice changes nothing.",
      "",
      "Ends with 75 where somebody else was in the way for too long (a table in use, another"
          + " migration): then run it again."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class MigrateCommand implements Callable<Integer> {
  @Option(
      names = "--roles-only",
      description = "Make the service's two roles and nothing else, before a backup is restored.")
  private boolean rolesOnly;

  @Override
  public Integer call() {
    if (rolesOnly) {
      migrations(Settings.ofThisProcess()).makeRoles(LogLines::say);
      return 0;
    }
    migrate(Settings.ofThisProcess(), LogLines::say);
    return 0;
  }

  static void migrate(Settings settings, Consumer<String> progress) {
    migrations(settings).run(progress);
  }

  /** The same, and then what the demonstration adds. */
  static void demonstrate(Settings settings, Consumer<String> progress) {
    Migrations migrations = migrations(settings);
    migrations.run(progress);
    migrations.demonstrate(progress);
  }

  private static Migrations migrations(Settings settings) {
    DatabaseLogin owner = settings.owner();
    DatabaseLogin app = settings.app();
    DatabaseLogin writer = settings.releaseWriter();
    return new Migrations(
        new MigrationSettings(
            owner.url(),
            owner.username(),
            owner.password(),
            app.username(),
            app.password(),
            writer.username(),
            writer.password()),
        settings.definitions(),
        limits(settings));
  }

  private static MigrationLimits limits(Settings settings) {
    return MigrationLimits.of(
        settings.duration("sightline.migration.lock-timeout", MigrationLimits.USUAL.lock()),
        settings.duration(
            "sightline.migration.statement-timeout", MigrationLimits.USUAL.statement()));
  }
}
