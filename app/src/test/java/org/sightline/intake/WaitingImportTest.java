package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.tenancy.ReleaseTransactions;
import org.sightline.tenancy.Sql;

/** Imports seen while they run: another one holds the table, so that they stand still. */
class WaitingImportTest {
  private static final String SIGN_OF_LIFE =
      "SELECT extract(epoch FROM heartbeat_at) FROM import_run";

  @TempDir private Path folder;

  @Test
  void whoeverPollsSeesSignsOfLife() throws Exception {
    try (Intake intake = new Intake();
        Connection other = holdTable(intake)) {
      Importing importing = intake.imports().begin(request());
      Thread thread = Thread.ofVirtual().start(importing::run);
      String first = intake.ask(SIGN_OF_LIFE).getFirst();

      awaitOtherThan(first, intake);
      assertThat(intake.imports().find(importing.id()).orElseThrow().state())
          .isEqualTo(ImportState.RUNNING);
      other.commit();

      assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
      assertThat(intake.imports().find(importing.id()).orElseThrow().state())
          .isEqualTo(ImportState.IMPORTED);
    }
  }

  @Test
  void aLostConnectionIsAFailureThatLeavesNothing() throws Exception {
    try (Intake intake = new Intake();
        Connection other = holdTable(intake)) {
      Importing importing = intake.imports().begin(request());
      Thread thread = Thread.ofVirtual().start(importing::run);
      awaitLockQueue(intake);

      endOthers(intake);

      assertThat(thread.join(Duration.ofSeconds(20))).isTrue();
      ImportRun run = intake.imports().find(importing.id()).orElseThrow();
      assertThat(run.state()).isEqualTo(ImportState.FAILED);
      assertThat(intake.ask("SELECT count(*) FROM observation")).containsExactly("0");
      other.rollback();
    }
  }

  private static void awaitLockQueue(Intake intake) throws Exception {
    String waiting =
        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
    for (int i = 0; i < 500 && intake.ask(waiting).contains("0"); i++) {
      Thread.sleep(20);
    }
    assertThat(intake.ask(waiting)).as("imports that wait for the table").containsExactly("1");
  }

  private static void awaitOtherThan(String first, Intake intake) throws Exception {
    for (int i = 0; i < 100 && intake.ask(SIGN_OF_LIFE).getFirst().equals(first); i++) {
      Thread.sleep(50);
    }
    assertThat(intake.ask(SIGN_OF_LIFE).getFirst()).isNotEqualTo(first);
  }

  private static Connection holdTable(Intake intake) throws Exception {
    Connection connection = intake.database().connect();
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))")) {
      lock.setString(1, "children-in-need/d3");
      lock.execute();
    }
    return connection;
  }

  /** As the writer, who may end what it began itself. */
  private static void endOthers(Intake intake) {
    intake
        .bean(ReleaseTransactions.class)
        .write(
            connection ->
                Sql.list(
                    connection,
                    """
                    SELECT pg_terminate_backend(pid) AS ended FROM pg_locks
                    WHERE locktype = 'advisory' AND NOT granted
                      AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                    """,
                    row -> row.getBoolean("ended")));
  }

  private ImportRequest request() throws Exception {
    Path file = Files.writeString(folder.resolve("d3.csv"), D3.file(D3.hull("2025", "100,20,20")));
    return new ImportRequest(file, "d3.csv", D3.MAPPING, D3.RELEASE, null, null, false);
  }
}
