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
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;
import org.sightline.tenancy.SqlFailure;

/** One owner's import runs and their rejections, inside a transaction of whoever may see them. */
final class ImportRunStore {
  private static final String RUNS = Sql.beside(ImportRunStore.class, "import-runs.sql");

  private final Connection connection;
  private final int ownerKey;

  /**
   * @param ownerKey the organisation's key, 0 for official files
   */
  ImportRunStore(Connection connection, int ownerKey) {
    this.connection = connection;
    this.ownerKey = ownerKey;
  }

  /**
   * @param startedBy the member, null for whoever is at this machine
   */
  UUID add(Delivery delivery, long bytes, @Nullable Member startedBy) {
    return Sql.list(
            connection,
            """
            INSERT INTO import_run
              (owner_organisation_id, started_by, started_by_name, file_name, mapping, release_code, state, phase, bytes_total)
            VALUES (?, ?, ?, ?, ?, ?, 'RUNNING', 'READING', ?) RETURNING id
            """,
            row -> row.getObject("id", UUID.class),
            delivery.belonging().organisationId(),
            startedBy == null ? null : startedBy.id(),
            startedBy == null ? null : startedBy.name(),
            delivery.fileName(),
            delivery.mapping(),
            delivery.release() == null ? "" : delivery.release(),
            bytes)
        .getFirst();
  }

  /** Notes how far an import is; false when it has been ended in the meantime. */
  boolean progress(UUID id, ImportProgress progress) {
    return Sql.execute(
            connection,
            """
            UPDATE import_run SET phase = ?, bytes_read = ?, rows_read = ?, heartbeat_at = clock_timestamp()
            WHERE owner_key = ? AND id = ? AND state = 'RUNNING'
            """,
            progress.phase().name(),
            progress.bytesRead(),
            progress.rowsRead(),
            ownerKey,
            id)
        > 0;
  }

  void setEdition(UUID id, @Nullable Integer editionId) {
    Sql.execute(
        connection,
        "UPDATE import_run SET edition_id = ? WHERE owner_key = ? AND id = ?",
        editionId,
        ownerKey,
        id);
  }

  /** Cancels an import; false when it has ended already. What it has written goes with it. */
  boolean cancel(UUID id, String sentence) {
    return Sql.execute(
            connection,
            """
            UPDATE import_run SET state = 'CANCELLED', phase = 'ENDED', message = ?, finished_at = clock_timestamp()
            WHERE owner_key = ? AND id = ? AND state = 'RUNNING'
            """,
            sentence,
            ownerKey,
            id)
        > 0;
  }

  /**
   * Ends an import that was stopped, unless somebody has said already how it ended.
   *
   * @return false when somebody has, or the viewer may end it no more
   */
  boolean stop(UUID id, @Nullable String sentence, ImportProgress progress) {
    return Sql.execute(
            connection,
            """
        UPDATE import_run SET state = 'FAILED', phase = 'ENDED', message = ?, bytes_read = ?, rows_read = ?,
          finished_at = clock_timestamp()
        WHERE owner_key = ? AND id = ? AND state = 'RUNNING'
        """,
            sentence,
            progress.bytesRead(),
            progress.rowsRead(),
            ownerKey,
            id)
        > 0;
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
        WHERE owner_key = ? AND id = ? AND state = 'RUNNING'
        """,
            state.name(),
            message,
            release,
            sha256,
            progress.bytesRead(),
            progress.rowsRead(),
            report,
            ownerKey,
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
        INSERT INTO import_rejection (import_id, owner_key, line, column_name, rule, value, message)
        SELECT import_run.id, import_run.owner_key, spooled.line, spooled.column_name, spooled.rule, spooled.value,
          spooled.message
        FROM spooled_rejection AS spooled, import_run WHERE import_run.owner_key = ? AND import_run.id = ?
        """,
        ownerKey,
        id);
  }

  /** Ends an import whose bringer may bring no more, which needs no viewer; false for any other. */
  static boolean endAbandoned(Connection connection, UUID id) {
    return Sql.list(
            connection,
            "SELECT end_abandoned_import(?) AS is_ended",
            row -> row.getBoolean("is_ended"),
            id)
        .getFirst();
  }

  /** Ends runs that nobody has been at for so long: the program that ran them is gone. */
  int failStale(int seconds) {
    return Sql.execute(
        connection,
        """
        UPDATE import_run SET state = 'FAILED', phase = 'ENDED', finished_at = clock_timestamp(),
          message = 'Sightline stopped while this import was running. Nothing of the file was written; bring it again.'
        WHERE owner_key = ? AND state = 'RUNNING' AND heartbeat_at < clock_timestamp() - make_interval(secs => ?)
        """,
        ownerKey,
        seconds);
  }

  Optional<ImportRun> find(UUID id) {
    return Sql.list(
            connection,
            RUNS + " WHERE run.owner_key = ? AND run.id = ?",
            ImportRunStore::run,
            ownerKey,
            id)
        .stream()
        .findFirst();
  }

  /** Newest first. */
  List<ImportRun> list(int limit) {
    return Sql.list(
        connection,
        RUNS + " WHERE run.owner_key = ? ORDER BY run.started_at DESC LIMIT ?",
        ImportRunStore::run,
        ownerKey,
        limit);
  }

  /** In the order of the file's lines; all when the limit is 0. */
  void forEachRejection(UUID id, int limit, Consumer<Rejection> consumer) {
    Rows.forEach(
        connection,
        """
        SELECT line, column_name, rule, value, message FROM import_rejection
        WHERE owner_key = ? AND import_id = ? ORDER BY line LIMIT nullif(?, 0)
        """,
        row ->
            consumer.accept(
                new Rejection(
                    row.getInt("line"),
                    row.getString("column_name"),
                    row.getString("rule"),
                    row.getString("value"),
                    row.getString("message"))),
        ownerKey,
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
        instant(row.getTimestamp("finished_at")),
        accessClass(row.getString("access_class")),
        instant(row.getTimestamp("embargoed_until")),
        row.getString("started_by_name"),
        Sql.nullableInteger(row, "edition_id"));
  }

  private static @Nullable AccessClass accessClass(@Nullable String name) {
    return name == null ? null : AccessClass.valueOf(name);
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
