package org.sightline.migrations;

import java.sql.Connection;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.ui.LoggerUIService;

/**
 * Tables, policies and functions, by Liquibase: each changeset in a transaction of its own, unless
 * it says that it runs outside of one.
 */
final class Tables {
  /**
   * Held here, because a logger that nobody holds forgets its level. Liquibase tells every step
   * twice, and each failure that it throws, too.
   */
  private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

  private final MigrationSettings settings;
  private final String changelog;

  Tables(MigrationSettings settings, String changelog) {
    this.settings = settings;
    this.changelog = changelog;
  }

  /** Runs what has not run yet. */
  void bringToThePresent(Connection owner) throws LiquibaseException {
    LIQUIBASE.setLevel(Level.OFF);
    Database database =
        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(owner));
    ChangeLogParameters parameters = new ChangeLogParameters(database);
    parameters.set("appRole", DatabaseRoles.quoted(settings.appUsername()));
    parameters.set("releaseWriterRole", DatabaseRoles.quoted(settings.releaseWriterUsername()));
    try {
      Scope.child(
          Scope.Attr.ui,
          new LoggerUIService(),
          () ->
              new CommandScope(UpdateCommandStep.COMMAND_NAME)
                  .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                  .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, changelog)
                  .addArgumentValue(DatabaseChangelogCommandStep.CHANGELOG_PARAMETERS, parameters)
                  .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                  .execute());
    } catch (LiquibaseException e) {
      throw e;
    } catch (Exception e) {
      throw new LiquibaseException(e);
    }
  }
}
