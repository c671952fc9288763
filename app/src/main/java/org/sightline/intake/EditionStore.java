package org.sightline.intake;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Sql;

/** Editions and what hangs on them, inside the transaction of an import. */
final class EditionStore {
  private static final String ADD_PERIODS = sql("add-periods.sql");
  private static final String KNOW_PERIODS = sql("know-periods.sql");
  private static final String ADD_BREAKDOWNS = sql("add-breakdowns.sql");
  private static final String KNOW_BREAKDOWNS = sql("know-breakdowns.sql");
  private static final String DIFFERENCES = sql("differences.sql");
  private static final String MOVE_PROVENANCE = sql("move-provenance.sql");
  private static final String LEAVE_OUT_STANDING = sql("leave-out-standing.sql");
  private static final String ADD_COVERAGE = sql("add-coverage.sql");
  private static final String ADD_BREAKDOWN_COVERAGE = sql("add-breakdown-coverage.sql");
  private static final String EARLIER_FILE = sql("earlier-file.sql");
  private static final String STILL_SEEN = sql("still-seen.sql");
  private static final String ADD_OBSERVATIONS = sql("add-observations.sql");

  private final Connection connection;
  private final Belonging belonging;

  /**
   * This very file, as it was brought in before.
   *
   * @param isSuperseded whether a later file of the owner's gives some of the same figures
   * @param rowsTaken how many of its rows held, 0 where its report is lost
   * @param accessClass who sees it now: an embargo that is over leaves it published
   * @param embargoedUntil of an embargo that is not over
   */
  record EarlierFile(
      int editionId,
      String release,
      String mapping,
      boolean hadRejections,
      boolean isSuperseded,
      long rowsTaken,
      AccessClass accessClass,
      @Nullable Instant embargoedUntil) {}

  /** The file as it will stand beside its observations. */
  record SourceFile(String name, String sha256, long bytes, String mapping) {}

  /** The differences found: the first hundred, and how many there are. */
  record Differences(List<Difference> first, long count) {}

  EditionStore(Connection connection, Belonging belonging) {
    this.connection = connection;
    this.belonging = belonging;
  }

  /** Waits until no other import of this owner's writes this table. */
  void lockTable(String table) {
    Sql.execute(
        connection,
        "SELECT pg_advisory_xact_lock(hashtextextended(?, ?))",
        table,
        (long) belonging.ownerKey());
  }

  Optional<EarlierFile> findEarlierFile(String table, String sha256) {
    return first(
        Sql.list(
            connection,
            EARLIER_FILE,
            row ->
                new EarlierFile(
                    row.getInt("edition_id"),
                    row.getString("code"),
                    row.getString("mapping"),
                    row.getBoolean("had_rejections"),
                    row.getBoolean("is_superseded"),
                    row.getLong("rows_taken"),
                    AccessClass.valueOf(row.getString("access_class")),
                    instant(row.getTimestamp("embargoed_until"))),
            sha256,
            table,
            belonging.ownerKey()));
  }

  Optional<Integer> findEdition(int releaseId, String table) {
    return first(
        Sql.list(
            connection,
            "SELECT id FROM edition WHERE release_id = ? AND table_code = ? AND owner_key = ?",
            EditionStore::id,
            releaseId,
            table,
            belonging.ownerKey()));
  }

  int addEdition(int releaseId, String table) {
    return Sql.list(
            connection,
            """
            INSERT INTO edition (release_id, table_code, owner_organisation_id, access_class, embargoed_until)
            VALUES (?, ?, ?, ?, ?) RETURNING id
            """,
            EditionStore::id,
            releaseId,
            table,
            belonging.organisationId(),
            belonging.accessClass().name(),
            belonging.embargo())
        .getFirst();
  }

  /** The file's id in the edition: the one it has when it was brought in before, or a new one. */
  int addSourceFile(int editionId, SourceFile file) {
    return first(
            Sql.list(
                connection,
                "SELECT id FROM source_file WHERE edition_id = ? AND sha256 = ?",
                EditionStore::id,
                editionId,
                file.sha256()))
        .orElseGet(() -> newSourceFile(editionId, file));
  }

  private int newSourceFile(int editionId, SourceFile file) {
    return Sql.list(
            connection,
            """
            INSERT INTO source_file (edition_id, owner_key, name, sha256, bytes, mapping)
            VALUES (?, ?, ?, ?, ?, ?) RETURNING id
            """,
            EditionStore::id,
            editionId,
            belonging.ownerKey(),
            file.name(),
            file.sha256(),
            file.bytes(),
            file.mapping())
        .getFirst();
  }

  /** Whether a file was brought in by a mapping. */
  boolean isKnown(String sha256, String mapping) {
    return Sql.list(
            connection,
            """
            SELECT EXISTS (
              SELECT FROM source_file WHERE sha256 = ? AND mapping = ? AND owner_key = ?) AS is_known
            """,
            row -> row.getBoolean("is_known"),
            sha256,
            mapping,
            belonging.ownerKey())
        .getFirst();
  }

  /**
   * Gives every staged period and breakdown the id it has or gets.
   *
   * @throws ImportRefusedException when a period of that name stands with other days
   */
  void knowPeriodsAndBreakdowns() {
    Sql.execute(connection, ADD_PERIODS);
    Sql.execute(connection, KNOW_PERIODS);
    Sql.execute(connection, ADD_BREAKDOWNS);
    Sql.execute(connection, KNOW_BREAKDOWNS);
    List<String> clashes =
        Sql.list(
            connection,
            """
            SELECT type || ' ' || code AS name FROM staged_period
            WHERE id IS NULL AND number IN (SELECT period FROM staged_coverage)
            """,
            row -> row.getString("name"));
    if (!clashes.isEmpty()) {
      throw new ImportRefusedException(
          "These periods stand already with other first or last days: "
              + String.join(", ", clashes)
              + ". The mapping's period type or day is wrong.");
    }
  }

  Differences differences(int editionId) {
    long[] count = {0};
    List<Difference> first =
        Sql.list(
            connection,
            DIFFERENCES,
            row -> {
              count[0] = row.getLong("differences");
              return difference(row);
            },
            editionId);
    return new Differences(first, count[0]);
  }

  /**
   * Moves standing figures that a restatement brought over to the official file.
   *
   * @param restatements the mappings of restatements
   * @return how many moved
   */
  long moveProvenance(int editionId, int fileId, String fileName, List<String> restatements) {
    return restatements.isEmpty()
        ? 0
        : Sql.execute(
            connection, MOVE_PROVENANCE, fileId, fileName, editionId, editionId, restatements);
  }

  /** Takes out of staging what stands already; says how many. */
  long leaveOutStanding(int editionId) {
    return Sql.execute(connection, LEAVE_OUT_STANDING, editionId);
  }

  void addCoverage(int editionId) {
    Sql.execute(connection, ADD_COVERAGE, editionId, belonging.ownerKey());
    Sql.execute(connection, ADD_BREAKDOWN_COVERAGE, editionId, belonging.ownerKey());
  }

  /** The first five earlier uploads that others see where they do not see this edition. */
  List<String> stillSeen(int editionId) {
    return Sql.list(
        connection, STILL_SEEN, row -> row.getString("name"), editionId, belonging.ownerKey());
  }

  /** Makes slices of lines quick to find. */
  void indexLines() {
    Sql.execute(connection, "CREATE INDEX staged_lines ON staged USING brin (line)");
    Sql.execute(connection, "ANALYZE staged");
  }

  /** Writes the observations of the lines from first to last, both included. */
  long addObservations(int editionId, int fileId, String fileName, int first, int last) {
    return Sql.execute(
        connection,
        ADD_OBSERVATIONS,
        editionId,
        belonging.organisationId(),
        belonging.accessClass().name(),
        belonging.embargo(),
        fileId,
        fileName,
        first,
        last);
  }

  private static Difference difference(ResultSet row) throws SQLException {
    return new Difference(
        row.getInt("line"),
        row.getString("indicator"),
        row.getString("area"),
        row.getString("period"),
        row.getString("breakdown"),
        row.getString("standing"),
        row.getString("given"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static int id(ResultSet row) throws SQLException {
    return row.getInt("id");
  }

  private static <T> Optional<T> first(List<T> rows) {
    return rows.stream().findFirst();
  }

  private static String sql(String fileName) {
    return Sql.beside(EditionStore.class, fileName);
  }
}
