package org.sightline.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.migrations.MigrationFailure;
import org.sightline.migrations.leaving.CouncilExport;
import org.sightline.migrations.leaving.CouncilTable;
import org.sightline.migrations.leaving.CouncilTables;
import org.sightline.migrations.leaving.Fate;
import org.sightline.migrations.upkeep.DatabaseFingerprint;
import org.sightline.migrations.upkeep.Fingerprints;

/** What Hull takes along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CouncilExportTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;

  private final List<String> said = new ArrayList<>();
  private final Map<String, String> files = new TreeMap<>();
  private LeavingHull world;
  private Path zip;

  @BeforeAll
  void export() throws SQLException, IOException {
    world = new LeavingHull();
    zip = folder.resolve("hull.zip");
    DatabaseFingerprint before = Fingerprints.of(world.owner());
    new CouncilExport(world.owner()).write("E06000010", zip, said::add);
    assertThat(Fingerprints.of(world.owner()).differencesFrom(before)).isEmpty();
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        files.put(entry.getName(), new String(entries.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @AfterAll
  void drop() {
    world.close();
  }

  @Test
  void whatAnotherExportIsWritingIsLeftAlone() throws Exception {
    Path other = Files.createFile(folder.resolve("other.zip.unfinished"));
    assertThatThrownBy(
            () ->
                new CouncilExport(world.owner())
                    .write("E06000010", folder.resolve("other.zip"), said::add))
        .isInstanceOf(MigrationFailure.class)
        .hasMessageContaining("is there: another export is writing it, or one was broken off");
    assertThat(other).exists();
  }

  @Test
  void theManifestTellsEachFile() throws Exception {
    JsonNode manifest = JSON.readTree(files.get("manifest.json"));

    assertThat(manifest.get("council").asText()).isEqualTo("E06000010");
    assertThat(manifest.get("name").asText()).isEqualTo("Kingston upon Hull City Council");
    assertThat(manifest.get("tables")).hasSize(files.size() - 1);
    long rows = 0;
    for (JsonNode table : manifest.get("tables")) {
      String text = String.valueOf(files.get(table.get("file").asText()));
      assertThat(text.lines().count()).isEqualTo(table.get("rows").asLong());
      assertThat(sha256(text)).isEqualTo(table.get("sha256").asText());
      text.lines().forEach(line -> assertColumns(line, table.get("columns")));
      rows += table.get("rows").asLong();
    }
    assertThat(manifest.get("rows").asLong()).isEqualTo(rows);
    assertThat(said)
        .containsExactly(
            "All that is Kingston upon Hull City Council's own is in %s: %,d rows of %d tables."
                .formatted(zip, rows, files.size() - 1));
  }

  private static void assertColumns(String line, JsonNode columns) {
    try {
      List<String> names = new ArrayList<>();
      JSON.readTree(line).fieldNames().forEachRemaining(names::add);
      List<String> expected = new ArrayList<>();
      columns.forEach(column -> expected.add(column.asText().replace("\"", "")));
      assertThat(names).isEqualTo(expected);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void everyRowThatGoesAtItsDeletionIsInIt() throws SQLException {
    Map<String, Long> expected = new TreeMap<>();
    for (CouncilTable table : CouncilTables.of(Fate.GOES)) {
      String key = "(SELECT id FROM organisation WHERE code = 'e06000010')";
      String count =
          "SELECT count(*)::text FROM %s WHERE %s"
              .formatted(table.name(), table.rows().replace("?", key));
      expected.put(table.name(), Long.parseLong(world.texts(count).getFirst()));
    }
    Map<String, Long> found = new TreeMap<>();
    expected.keySet().forEach(name -> found.put(name, lines(name).stream().count()));

    assertThat(found).isEqualTo(expected);
    assertThat(found.values()).allMatch(rows -> rows > 0);
  }

  @Test
  void nothingOfAnothersIsInIt() throws SQLException {
    List<String> others =
        world.texts("SELECT id::text FROM organisation WHERE code <> 'e06000010'");
    for (CouncilTable table : CouncilTables.of(Fate.GOES)) {
      for (String line : lines(table.name())) {
        for (String column : List.of("owner_organisation_id", "organisation_id", "owner_key")) {
          assertThat(others).as(line).doesNotContain(read(line).path(column).asText());
        }
      }
    }
    assertThat(files.get("access_log.jsonl")).doesNotContain("Hannah Lowe").contains("Grace Holt");
  }

  @Test
  void itsMembersItsAgreementsAndItsLogAreInItAsTheyAre() {
    assertThat(files.get("member.jsonl"))
        .contains("hull-owner@e06000010.example", "ivy@e06000010.example", "\"hull-power-bi\"")
        .doesNotContain("york");
    assertThat(lines("sharing_agreement_signature")).anyMatch(line -> line.contains("Helen Frost"));
    assertThat(lines("sharing_protocol"))
        .singleElement()
        .asString()
        .contains("We show one another.");
    assertThat(lines("sharing_protocol_party")).hasSize(2);
    assertThat(lines("access_log_detached_2020_09")).hasSize(1);
    assertThat(lines("access_log")).isNotEmpty();
  }

  /** Numbers as they were uploaded, and nothing for what is missing. */
  @Test
  void valuesAreWrittenInFull() throws SQLException {
    assertThat(lines("observation").stream().map(line -> read(line).get("id").asText()).toList())
        .isEqualTo(
            world.texts(
                """
                SELECT id::text FROM observation
                WHERE owner_organisation_id = (SELECT id FROM organisation WHERE code = 'e06000010') ORDER BY observation.id
                """));
    assertThat(lines("source_file"))
        .allMatch(line -> read(line).get("sha256").asText().length() == 64);
    assertThat(lines("source_file"))
        .allMatch(line -> read(line).get("imported_at").asText().endsWith("+00:00"));
  }

  @Test
  void onlyWhoWroteItMayReadIt() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileThatExistsIsNotWrittenOver() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.zip"), "mine");

    assertThatThrownBy(() -> new CouncilExport(world.owner()).write("E06000010", mine, said::add))
        .isInstanceOf(MigrationFailure.class)
        .hasMessage(mine + " exists: name another file.");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void whatFailsLeavesNoFile() {
    Path none = folder.resolve("none.zip");

    assertThatThrownBy(() -> new CouncilExport(world.owner()).write("E06000099", none, said::add))
        .isInstanceOf(MigrationFailure.class);
    assertThatThrownBy(
            () ->
                new CouncilExport(world.owner())
                    .write("E06000010", folder.resolve("no-folder/hull.zip"), said::add))
        .isInstanceOf(MigrationFailure.class)
        .hasMessageContaining("cannot be written");
    assertThat(folder).isDirectoryNotContaining("glob:**none*");
  }

  private List<String> lines(String table) {
    return String.valueOf(files.get(table + ".jsonl")).lines().toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static String sha256(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
