package org.sightline.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.sightline.tenancy.Sql;
import org.sightline.tenancy.SqlFailure;

/** Import runs and their rejections, inside a transaction of the release writer. */
final class ImportRunStore {
  private static final String RUNS =
      """
      SELECT id, file_name, mapping, release_code, sha256, state, phase, bytes_total, bytes_read, rows_read,
        message, report, started_at, finished_at
      FROM import_run
      """;

  private final Connection connection;

  ImportRunStore(Connection connection) {
    this.connection = connection;
  }

  UUID add(ImportRequest request, long bytes) {
    return Sql.list(
            connection,
            """
            INSERT INTO import_run (file_name, mapping, release_code, state, phase, bytes_total)
            VALUES (?, ?, ?, 'RUNNING', 'READING', ?) RETURNING id
            """,
            row -> row.getObject("id", UUID.class),
            request.fileName(),
            request.mapping(),
            request.release() == null ? "" : request.release(),
            bytes)
        .getFirst();
  }

  void progress(UUID id, ImportProgress progress) {
    Sql.execute(
        connection,
        """
        UPDATE import_run SET phase = ?, bytes_read = ?, rows_read = ?, heartbeat_at = clock_timestamp()
        WHERE id = ? AND state = 'RUNNING'
        """,
        progress.phase().name(),
        progress.bytesRead(),
        progress.rowsRead(),
        id);
  }

  void finish(
      UUID id,
      ImportState state,
      String message,
      @Nullable String release,
      @Nullable String sha256,
      ImportProgress progress,
      @Nullable String report) {
    int ended =
        Sql.execute(
            connection,
            """
        UPDATE import_run SET state = ?, phase = 'ENDED', message = ?, release_code = coalesce(?, release_code),
          sha256 = ?, bytes_read = ?, rows_read = ?, report = ?::jsonb, heartbeat_at = clock_timestamp(),
          finished_at = clock_timestamp()
        WHERE id = ? AND state = 'RUNNING'
        """,
            state.name(),
            message,
            release,
            sha256,
            progress.bytesRead(),
            progress.rowsRead(),
            report,
            id);
    if (ended == 0) {
      throw new IllegalStateException("Import " + id + " was ended by somebody else.");
    }
  }

  /** Row-level security takes no COPY, so the rejections pass through a temporary table. */
  void addRejections(UUID id, InputStream rejections) {
    Sql.execute(
        connection,
        """
        CREATE TEMPORARY TABLE spooled_rejection (line integer, column_name text, rule text, value text, message text)
        ON COMMIT DROP
        """);
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY spooled_rejection FROM STDIN", rejections);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Sql.execute(
        connection,
        """
        INSERT INTO import_rejection (import_id, line, column_name, rule, value, message)
        SELECT ?, line, column_name, rule, value, message FROM spooled_rejection
        """,
        id);
  }

  /** Ends runs that nobody has been at for so long: the program that ran them is gone. */
  int failStale(int seconds) {
    return Sql.execute(
        connection,
        """
        UPDATE import_run SET state = 'FAILED', phase = 'ENDED', finished_at = clock_timestamp(),
          message = 'Sightline stopped while this import was running. Nothing of the file was written; bring it again.'
        WHERE state = 'RUNNING' AND heartbeat_at < clock_timestamp() - make_interval(secs => ?)
        """,
        seconds);
  }

  Optional<ImportRun> find(UUID id) {
    return Sql.list(connection, RUNS + "WHERE id = ?", ImportRunStore::run, id).stream()
        .findFirst();
  }

  /** Newest first. */
  List<ImportRun> list(int limit) {
    return Sql.list(
        connection, RUNS + "ORDER BY started_at DESC LIMIT ?", ImportRunStore::run, limit);
  }

  /** In the order of the file's lines; all when the limit is 0. */
  void forEachRejection(UUID id, int limit, Consumer<Rejection> consumer) {
    Rows.forEach(
        connection,
        """
        SELECT line, column_name, rule, value, message FROM import_rejection
        WHERE import_id = ? ORDER BY line LIMIT nullif(?, 0)
        """,
        row ->
            consumer.accept(
                new Rejection(
                    row.getInt("line"),
                    row.getString("column_name"),
                    row.getString("rule"),
                    row.getString("value"),
                    row.getString("message"))),
        id,
        limit);
  }

  private static ImportRun run(ResultSet row) throws SQLException {
    return new ImportRun(
        row.getObject("id", UUID.class),
        row.getString("file_name"),
        row.getString("mapping"),
        row.getString("release_code"),
        row.getString("sha256"),
        ImportState.valueOf(row.getString("state")),
        ImportPhase.valueOf(row.getString("phase")),
        row.getLong("bytes_total"),
        row.getLong("bytes_read"),
        row.getLong("rows_read"),
        row.getString("message"),
        row.getString("report"),
        row.getTimestamp("started_at").toInstant(),
        instant(row.getTimestamp("finished_at")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
