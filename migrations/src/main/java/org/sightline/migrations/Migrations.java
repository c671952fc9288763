package org.sightline.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.jspecify.annotations.Nullable;

/** Brings one database to the present. Running it twice changes nothing. */
public final class Migrations {
  private static final int OLDEST_POSTGRESQL = 15;

  /**
   * Held here, because a logger that nobody holds forgets its level. Liquibase tells every step
   * twice.
   */
  private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

  private final MigrationSettings settings;
  private final @Nullable Path moreDefinitions;

  public Migrations(MigrationSettings settings) {
    this(settings, null);
  }

  /**
   * @param moreDefinitions a folder with {@code indicators/*.yaml} besides the product's own, or
   *     null
   */
  public Migrations(MigrationSettings settings, @Nullable Path moreDefinitions) {
    this.settings = settings;
    this.moreDefinitions = moreDefinitions;
  }

  /**
   * Roles, then tables and policies, then reference data and indicator definitions.
   *
   * @param progress is told each step in a sentence
   * @throws MigrationFailure when the database is out of reach, older than PostgreSQL 15, or
   *     refuses a step
   */
  public void run(Consumer<String> progress) {
    LIQUIBASE.setLevel(Level.WARNING);
    try (Connection owner = connect()) {
      requireSupportedVersion(owner);
      progress.accept("Checking the database roles.");
      new DatabaseRoles(settings).ensure(owner);
      progress.accept("Bringing the tables to the present.");
      updateTables(owner);
      owner.setAutoCommit(false);
      makeAccessLogMonths(owner);
      ReferenceData referenceData = new ReferenceData(Optional.ofNullable(moreDefinitions));
      boolean isLoaded = referenceData.load(owner);
      owner.commit();
      progress.accept(
          isLoaded
              ? "Loaded councils, neighbours, releases and indicator definitions."
              : "Councils, neighbours, releases and indicator definitions are up to date.");
    } catch (SQLException e) {
      throw new MigrationFailure("The database refused a step: " + e.getMessage(), e);
    } catch (LiquibaseException e) {
      throw new MigrationFailure(
          "The tables could not be brought to the present: " + e.getMessage(), e);
    }
  }

  /**
   * Makes the service's two roles and nothing else: what a backup's grants and policies name has to
   * be there before it is restored.
   *
   * @param progress is told what was done in a sentence
   * @throws MigrationFailure when the database is out of reach, older than PostgreSQL 15, or
   *     refuses
   */
  public void makeRoles(Consumer<String> progress) {
    try (Connection owner = connect()) {
      requireSupportedVersion(owner);
      new DatabaseRoles(settings).ensure(owner);
      progress.accept(
          "The roles %s and %s are there."
              .formatted(settings.appUsername(), settings.releaseWriterUsername()));
    } catch (SQLException e) {
      throw new MigrationFailure("The database refused a step: " + e.getMessage(), e);
    }
  }

  /**
   * Adds the organisations, people, agreements and records of the demonstration to a database that
   * {@link #run} has brought to the present.
   *
   * @param progress is told what was done in a sentence
   * @throws MigrationFailure when the database is out of reach or refuses a step
   */
  public void demonstrate(Consumer<String> progress) {
    try (Connection owner = connect()) {
      owner.setAutoCommit(false);
      boolean isLoaded = new Demonstration().load(owner);
      owner.commit();
      progress.accept(
          isLoaded
              ? "Loaded the demonstration's organisations, people, agreements and records."
              : "The demonstration's organisations, people, agreements and records are up to date.");
    } catch (SQLException e) {
      throw new MigrationFailure("The database refused a step: " + e.getMessage(), e);
    }
  }

  private Connection connect() {
    try {
      return DriverManager.getConnection(
          settings.url(), settings.ownerUsername(), settings.ownerPassword());
    } catch (SQLException e) {
      throw new MigrationFailure(
          "The database at %s cannot be reached as %s: %s"
              .formatted(settings.url(), settings.ownerUsername(), e.getMessage()),
          e);
    }
  }

  private static void requireSupportedVersion(Connection owner) throws SQLException {
    int version = owner.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_POSTGRESQL) {
      throw new MigrationFailure(
          "Sightline needs PostgreSQL %d or later; this server is version %d."
              .formatted(OLDEST_POSTGRESQL, version));
    }
  }

  /** Those of this month and the next two. */
  private static void makeAccessLogMonths(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("SELECT make_access_log_months()");
    }
  }

  private void updateTables(Connection owner) throws LiquibaseException {
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
                  .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "db/changelog.xml")
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
