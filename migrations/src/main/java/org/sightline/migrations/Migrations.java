package org.sightline.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import liquibase.exception.LiquibaseException;
import org.jspecify.annotations.Nullable;

/** Brings one database to the present. Running it twice changes nothing. */
public final class Migrations {
  private static final int OLDEST_POSTGRESQL = 15;

  /** The product's own changes, on the class path. */
  private static final String CHANGELOG = "db/changelog.xml";

  private final MigrationSettings settings;
  private final @Nullable Path moreDefinitions;
  private final MigrationLimits limits;
  private final Tables tables;

  public Migrations(MigrationSettings settings) {
    this(settings, null);
  }

  /**
   * @param moreDefinitions a folder with {@code indicators/*.yaml} besides the product's own, or
   *     null
   */
  public Migrations(MigrationSettings settings, @Nullable Path moreDefinitions) {
    this(settings, moreDefinitions, MigrationLimits.USUAL);
  }

  public Migrations(
      MigrationSettings settings, @Nullable Path moreDefinitions, MigrationLimits limits) {
    this(settings, moreDefinitions, limits, CHANGELOG);
  }

  /**
   * @param changelog on the class path: the product's own changes, or those of a later one, as
   *     tests invent them
   */
  public Migrations(
      MigrationSettings settings,
      @Nullable Path moreDefinitions,
      MigrationLimits limits,
      String changelog) {
    this.settings = settings;
    this.moreDefinitions = moreDefinitions;
    this.limits = limits;
    this.tables = new Tables(settings, changelog);
  }

  /**
   * Roles, then tables and policies, then reference data and indicator definitions. Where somebody
   * uses a table for longer than a step may wait for it, everything is tried again: what was done
   * stays done.
   *
   * @param progress is told each step in a sentence
   * @throws MigrationFailure when the database is out of reach, older than PostgreSQL 15, in use,
   *     or refuses a step
   */
  public void run(Consumer<String> progress) {
    for (int left = limits.tries() - 1; ; left--) {
      try {
        runOnce(progress);
        return;
      } catch (SQLException e) {
        explainOrWait("The database refused a step: ", e, left, progress);
      } catch (LiquibaseException e) {
        explainOrWait("The tables could not be brought to the present: ", e, left, progress);
      }
    }
  }

  private void explainOrWait(String what, Exception failure, int left, Consumer<String> progress) {
    if (Waiting.wasForAStatement(failure)) {
      throw new MigrationFailure(
          "A step took longer than %d s and was stopped; nothing of it stays. Give it more time by SIGHTLINE_MIGRATION_STATEMENT_TIMEOUT and run 'migrate' again."
              .formatted(limits.statement().toSeconds()),
          failure);
    }
    if (!Waiting.wasForALock(failure)) {
      throw new MigrationFailure(what + failure.getMessage(), failure);
    }
    if (left == 0) {
      throw MigrationFailure.forNow(
          "A table was in use for longer than %d ms, %d times; the step that needs it was given up, and what was done before it stays. Run 'migrate' again when less is asked."
              .formatted(limits.lock().toMillis(), limits.tries()),
          failure);
    }
    progress.accept(
        "A table is in use: trying again in %d s.".formatted(limits.pause().toSeconds()));
    Waiting.pause(limits.pause());
  }

  private void runOnce(Consumer<String> progress) throws SQLException, LiquibaseException {
    try (Connection owner = connect()) {
      requireSupportedVersion(owner);
      Turn.take(owner, limits.turn(), progress);
      progress.accept("Checking the database roles.");
      new DatabaseRoles(settings).ensure(owner);
      progress.accept("Bringing the tables to the present.");
      tables.bringToThePresent(owner);
      owner.setAutoCommit(false);
      makeAccessLogMonths(owner);
      ReferenceData referenceData = new ReferenceData(Optional.ofNullable(moreDefinitions));
      boolean isLoaded = referenceData.load(owner);
      owner.commit();
      progress.accept(
          isLoaded
              ? "Loaded councils, neighbours, releases and indicator definitions."
              : "Councils, neighbours, releases and indicator definitions are up to date.");
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
    Properties login = new Properties();
    login.setProperty("user", settings.ownerUsername());
    login.setProperty("password", settings.ownerPassword());
    // What is printed is kept where others read it: a refused row's values are not among it.
    login.setProperty("logServerErrorDetail", "false");
    // From the first on, so that a step that sets one for itself can set it back.
    login.setProperty(
        "options",
        "-c lock_timeout=%d -c statement_timeout=%d"
            .formatted(limits.lock().toMillis(), limits.statement().toMillis()));
    try {
      return DriverManager.getConnection(settings.url(), login);
    } catch (SQLException e) {
      DatabaseAddress address = new DatabaseAddress(settings.url());
      throw new MigrationFailure(
          address
              .trouble(e)
              .orElseGet(
                  () ->
                      "The database at %s cannot be reached as %s: %s"
                          .formatted(address.place(), settings.ownerUsername(), e.getMessage())),
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
}
