package org.sightline.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sightline.OfficialFile;
import org.sightline.TestSightline;
import org.sightline.intake.ImportRun;
import org.sightline.intake.ImportState;
import org.sightline.local.Database;
import org.sightline.local.OwnPostgres;
import org.sightline.local.TestKeycloak;
import org.sightline.soak.Instance;

/** Two instances on one PostgreSQL, whose data grow by years. */
final class ScaleWorld implements AutoCloseable {
  /** Enough that nothing is read from a disk; nothing else works while it is measured. */
  private static final Map<String, String> SERVER =
      Map.of(
          "shared_preload_libraries", "pg_stat_statements",
          "pg_stat_statements.track_utility", "off",
          "shared_buffers", "2GB",
          "max_wal_size", "8GB",
          "maintenance_work_mem", "512MB",
          "autovacuum", "off");

  private static final Path OFFICIAL_FILES =
      Path.of(System.getProperty("sightline.realData", "../../shared/data"), "ees");

  private final OwnPostgres postgres = OwnPostgres.start(SERVER);
  private final TestKeycloak keycloak = TestKeycloak.shared();
  private final Instance first = new Instance("scale-first", settings());
  private final Instance second = new Instance("scale-second", settings());
  private int years;

  /** Everything that is there before the first year; nobody is asked yet. */
  ScaleWorld() {
    try {
      TestSightline.loadFirstStart(database());
      if (hasOfficialFiles()) {
        importOfficialFiles();
      }
      run("councils.sql");
    } catch (RuntimeException | AssertionError e) {
      close();
      throw e;
    }
  }

  private Map<String, String> settings() {
    return Map.ofEntries(
        Map.entry("SIGHTLINE_DATABASE_URL", database().url()),
        Map.entry("SIGHTLINE_DATABASE_APP_PASSWORD", "app-password"),
        Map.entry("SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD", "writer-password"),
        Map.entry("SIGHTLINE_KEYCLOAK_ISSUER", keycloak.issuer()),
        Map.entry("SIGHTLINE_CURSOR_KEY", "the-same-secret-for-every-instance-of-it"),
        // The load is asked by three people, and on a machine that others use too.
        Map.entry("SIGHTLINE_LIMITS_COST_PER_MINUTE", "1000000000"),
        Map.entry("SIGHTLINE_LIMITS_STATEMENT_TIMEOUT", "60s"),
        Map.entry("SIGHTLINE_LIMITS_REQUEST_TIMEOUT", "90s"));
  }

  static boolean hasOfficialFiles() {
    return Files.isDirectory(OFFICIAL_FILES);
  }

  private void importOfficialFiles() {
    try (TestSightline sightline = TestSightline.on(database())) {
      for (OfficialFile file : OfficialFile.all()) {
        ImportRun run = sightline.importFile(file);
        if (run.state() != ImportState.IMPORTED) {
          throw new AssertionError(file.mapping() + ": " + run.message());
        }
      }
    }
  }

  /** Adds years until there are as many; what the questions are about stays where it is. */
  void growTo(int asked) {
    for (; years < asked; years++) {
      long start = System.nanoTime();
      execute("TRUNCATE measured_year; INSERT INTO measured_year VALUES (" + years + ")");
      run("returns.sql");
      run("records.sql");
      run("log.sql");
      if (years > 0) {
        run("editions.sql");
      }
      Report.say(
          "year %d was added in %d s"
              .formatted(years + 1, (System.nanoTime() - start) / 1_000_000_000));
    }
    execute("VACUUM ANALYZE");
    execute("CHECKPOINT");
  }

  /** Starts both where they do not run yet. */
  void start() {
    for (Instance instance : List.of(first, second)) {
      instance.start(Instance.builtJar(), "serve");
      instance.awaitReady();
    }
  }

  Instance first() {
    return first;
  }

  Instance second() {
    return second;
  }

  Database database() {
    return postgres.database();
  }

  Database forAdministrator() {
    return postgres.forAdministrator();
  }

  String token(String person) {
    return keycloak.token(person);
  }

  private void run(String file) {
    try (var stream = ScaleWorld.class.getResourceAsStream(file)) {
      execute(new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the tables' owner, past every guard but the constraints. */
  void execute(String sql) {
    try (Connection owner = forAdministrator().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    first.close();
    second.close();
    postgres.close();
  }
}
