package org.sightline.scale;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.postgresql.PGConnection;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.soak.Instance;

/** What an operator's own work costs: a backup, a migration, and the memory of an instance. */
final class Upkeep {
  private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

  private Upkeep() {}

  /** A step's name and the seconds of the processor's time that it took. */
  private record Step(String name, double seconds) {}

  /** Counts what comes in. */
  private static final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] many, int from, int length) {
      bytes += length;
    }
  }

  /**
   * Reads all rows as {@code pg_dump} does and packs them as it does: mebibytes as texts and
   * packed, and the seconds of the processor's time of server and reader.
   */
  static List<Double> backup(Database database) throws SQLException {
    Counter plain = new Counter();
    Counter packed = new Counter();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      long backend = connection.unwrap(PGConnection.class).getBackendPID();
      double server = Processes.ofOneThread(backend);
      long reader = threadNanoseconds();
      for (String table : tables(statement)) {
        try (OutputStream packing =
            new DeflaterOutputStream(packed, new Deflater(Deflater.DEFAULT_COMPRESSION), 65_536)) {
          long bytes = copy(connection, table, packing);
          plain.bytes += bytes;
        }
      }
      return List.of(
          plain.bytes / 1_048_576.0,
          packed.bytes / 1_048_576.0,
          (Processes.ofOneThread(backend) - server) / 1_000,
          (threadNanoseconds() - reader) / 1e9);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long copy(Connection connection, String table, OutputStream packing)
      throws SQLException, IOException {
    Counter counter = new Counter();
    OutputStream both =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            counter.write(one);
            packing.write(one);
          }

          @Override
          public void write(byte[] many, int from, int length) throws IOException {
            counter.write(many, from, length);
            packing.write(many, from, length);
          }
        };
    long _ =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY " + table + " TO STDOUT", both);
    return counter.bytes;
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }

  private static long threadNanoseconds() {
    return java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** What migrations do to big tables, as rows: step and seconds of the processor's time. */
  static List<List<String>> migration(Database database) throws SQLException {
    List<Step> steps = new ArrayList<>();
    long start = System.nanoTime();
    TestSightline.migrate(database);
    double again = (System.nanoTime() - start) / 1e9;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET max_parallel_maintenance_workers = 0");
      steps.add(
          step(
              connection,
              statement,
              "a column of figures, and its end",
              "ALTER TABLE observation ADD COLUMN measured integer; ALTER TABLE observation DROP COLUMN measured"));
      steps.add(
          step(
              connection,
              statement,
              "an index of figures, made concurrently",
              "CREATE INDEX CONCURRENTLY measured_index ON observation (area_id, indicator_id)"));
      statement.execute("DROP INDEX CONCURRENTLY measured_index");
      steps.add(
          step(
              connection,
              statement,
              "an index of actions' history, made concurrently",
              "CREATE INDEX CONCURRENTLY measured_index ON action_change (changed_at)"));
      statement.execute("DROP INDEX CONCURRENTLY measured_index");
      statement.execute(
          "ALTER TABLE observation ADD CONSTRAINT measured_check CHECK (source_line < 2000000000) NOT VALID");
      steps.add(
          step(
              connection,
              statement,
              "a check of figures, validated",
              "ALTER TABLE observation VALIDATE CONSTRAINT measured_check"));
      statement.execute("ALTER TABLE observation DROP CONSTRAINT measured_check");
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "`migrate` where nothing is to be done, as the clock goes", "%.1f".formatted(again)));
    steps.forEach(step -> rows.add(List.of(step.name(), "%.2f".formatted(step.seconds()))));
    return rows;
  }

  private static Step step(Connection connection, Statement statement, String name, String sql)
      throws SQLException {
    long backend = connection.unwrap(PGConnection.class).getBackendPID();
    double before = Processes.ofOneThread(backend);
    statement.execute(sql);
    return new Step(name, (Processes.ofOneThread(backend) - before) / 1_000);
  }

  /** The mebibytes of what an instance's heap holds after a collection. */
  static double liveMebibytes(Instance instance) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home", ""), "bin", "jcmd").toString(),
                  Long.toString(instance.pid()),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Matcher total = TOTAL.matcher(said);
      if (process.waitFor() != 0 || !total.find()) {
        throw new AssertionError("jcmd says: " + said);
      }
      return Long.parseLong(total.group(1)) / 1_048_576.0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
