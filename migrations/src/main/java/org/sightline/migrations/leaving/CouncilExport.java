package org.sightline.migrations.leaving;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sightline.migrations.MigrationFailure;
import org.sightline.migrations.upkeep.TablesOwner;

/**
 * All that is one council's own, as a ZIP file: for each table a file of lines, one JSON object a
 * row, and {@code manifest.json} with each file's table, rows, columns and SHA-256. Everything is
 * as it was at one instant; instants are UTC.
 */
public final class CouncilExport {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final int ROWS_AT_ONCE = 1000;

  /** What is computed from other columns is left out. */
  private static final String COLUMNS =
      """
      SELECT quote_ident(attname) FROM pg_attribute
      WHERE attrelid = ('public.' || ?)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      ORDER BY attnum
      """;

  private static final String KEY_COLUMNS =
      """
      SELECT string_agg(quote_ident(attname), ', ' ORDER BY array_position(conkey, attnum))
      FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
      WHERE conrelid = ('public.' || ?)::regclass AND contype = 'p'
      """;

  /** A file of the archive, as the manifest tells it. */
  private record Part(
      String table,
      String file,
      long rows,
      List<String> columns,
      String sha256,
      String afterwards) {}

  private final TablesOwner owner;

  /** Connects as the owner of the tables. */
  public CouncilExport(TablesOwner owner) {
    this.owner = owner;
  }

  /**
   * Writes the file, which this user alone may read: it holds names and addresses.
   *
   * @param code the council's ONS code
   * @param file must not exist
   * @param progress is told what was done in a sentence each
   * @throws MigrationFailure when no such council takes part, the file cannot be written, or the
   *     database refuses; then there is no file
   */
  public void write(String code, Path file, Consumer<String> progress) {
    if (Files.exists(file)) {
      throw new MigrationFailure("%s exists: name another file.".formatted(file));
    }
    Path unfinished = Path.of(file + ".unfinished");
    create(unfinished);
    try {
      String said = owner.read(connection -> write(connection, code, unfinished));
      Files.move(unfinished, file);
      progress.accept(said.formatted(file));
    } catch (IOException e) {
      throw unwritten(file, e);
    } finally {
      remove(unfinished);
    }
  }

  private static String write(Connection connection, String code, Path file) throws SQLException {
    LeavingCouncil council = LeavingCouncil.find(connection, code);
    CouncilTables.requireAllKnown(connection);
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.UTF_8)) {
      List<Part> parts = new ArrayList<>();
      for (CouncilTable table : CouncilTables.exported()) {
        for (String place : CouncilRows.places(connection, table)) {
          parts.add(part(connection, zip, table, place, council.key()));
        }
      }
      zip.putNextEntry(new ZipEntry("manifest.json"));
      zip.write(JSON.writeValueAsBytes(manifest(council, parts)));
      zip.closeEntry();
      return "All that is %s's own is in %%s: %,d rows of %d tables."
          .formatted(
              council.name().replace("%", "%%"),
              parts.stream().mapToLong(Part::rows).sum(),
              parts.size());
    } catch (IOException e) {
      throw unwritten(file, e);
    }
  }

  private static Part part(
      Connection connection, ZipOutputStream zip, CouncilTable table, String place, int council)
      throws SQLException, IOException {
    List<String> columns = columns(connection, place);
    String name = place + ".jsonl";
    zip.putNextEntry(new ZipEntry(name));
    MessageDigest digest = sha256();
    long rows =
        rows(
            connection,
            "SELECT row_to_json(the_whole_row)::text FROM (SELECT %s FROM public.%s WHERE %s%s) AS the_whole_row"
                .formatted(
                    String.join(", ", columns), place, table.exported(), order(connection, place)),
            council,
            new DigestOutputStream(zip, digest));
    zip.closeEntry();
    return new Part(
        place,
        name,
        rows,
        columns,
        HexFormat.of().formatHex(digest.digest()),
        table.fate() == Fate.GOES ? "deleted when the council leaves" : table.why());
  }

  /** A part of the rows at a time: a table may be larger than the memory. */
  private static long rows(Connection connection, String sql, int council, OutputStream to)
      throws SQLException, IOException {
    long count = 0;
    try (PreparedStatement statement = CouncilRows.prepare(connection, sql, council)) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          to.write((rows.getString(1) + '\n').getBytes(StandardCharsets.UTF_8));
          count++;
        }
      }
    }
    return count;
  }

  private static List<String> columns(Connection connection, String place) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, place);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  /** By the primary key, so that the same rows make the same file. */
  private static String order(Connection connection, String place) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KEY_COLUMNS)) {
      statement.setString(1, place);
      try (ResultSet row = statement.executeQuery()) {
        String columns = row.next() ? row.getString(1) : null;
        return columns == null ? "" : " ORDER BY " + columns;
      }
    }
  }

  private static Map<String, Object> manifest(LeavingCouncil council, List<Part> parts) {
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("format", "sightline-council-export-1");
    manifest.put("council", council.code().toUpperCase(Locale.ROOT));
    manifest.put("name", council.name());
    manifest.put("exportedAt", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    manifest.put("rows", parts.stream().mapToLong(Part::rows).sum());
    manifest.put("tables", parts);
    return manifest;
  }

  private static void create(Path file) {
    FileAttribute<?>[] mine =
        FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Path _ = Files.createFile(file, mine);
    } catch (FileAlreadyExistsException e) {
      throw new MigrationFailure(
          "%s is there: another export is writing it, or one was broken off. Remove it in that case."
              .formatted(file),
          e);
    } catch (IOException e) {
      throw unwritten(file, e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void remove(Path unfinished) {
    try {
      Files.deleteIfExists(unfinished);
    } catch (IOException e) {
      throw unwritten(unfinished, e);
    }
  }

  private static MigrationFailure unwritten(Path file, IOException failure) {
    return new MigrationFailure("%s cannot be written: %s.".formatted(file, failure), failure);
  }
}
