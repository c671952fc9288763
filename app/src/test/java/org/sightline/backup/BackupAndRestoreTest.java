package org.sightline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.TestSightline;
import org.sightline.access.token.TestIssuer;
import org.sightline.backup.Script.Ended;
import org.sightline.local.Database;
import org.sightline.local.InstalledPostgres;
import org.sightline.migrations.upkeep.DatabaseFingerprint;
import org.sightline.migrations.upkeep.DatabaseFingerprint.Line;
import org.sightline.migrations.upkeep.Fingerprints;
import org.sightline.migrations.upkeep.TablesOwner;

/**
 * What docs/guides/backup-and-restore.md tells to do, done: on PostgreSQL 15, the oldest version
 * that is supported, with its own tools, from one server to another that has never seen Sightline.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BackupAndRestoreTest {
  @TempDir static Path folder;

  private final List<InstalledPostgres> servers = new ArrayList<>();
  private final TestIssuer issuer = new TestIssuer();
  private Path dump = Path.of("");
  private Database original;
  private Database restored;
  private DatabaseFingerprint before;
  private DatabaseFingerprint after;
  private List<Question> questions;

  @BeforeAll
  void backUpAndRestore() throws SQLException {
    assumeTrue(
        InstalledPostgres.isThere(),
        "PostgreSQL 15's server and tools are not in /usr/lib/postgresql/15: install postgresql-15"
            + " and postgresql-client-15.");
    original = newServer().newDatabase("sightline");
    TestSightline.loadFirstStart(original);
    questions = Question.all(original);
    fillTheLog();
    before = fingerprint(original);
    Ended backup = Script.run("backup", original, folder.toString());
    assertThat(backup.exitCode()).as(backup.said()).isZero();
    dump = Path.of(backup.said().strip());

    restored = newServer().newDatabase("another_name");
    Ended restore = Script.run("restore", restored, dump.toString());
    assertThat(restore.exitCode()).as(restore.said()).isZero();
    assertThat(restore.said()).contains("The same: ", before.whole());
    after = fingerprint(restored);
  }

  @AfterAll
  void stop() {
    issuer.close();
    servers.forEach(InstalledPostgres::close);
  }

  @Test
  void everyTableAndSequenceIsTheSame() {
    assertThat(after.differencesFrom(before)).isEmpty();
    assertThat(after.whole()).isEqualTo(before.whole());
    Map<String, String> amounts = new LinkedHashMap<>();
    before.lines().forEach(line -> amounts.put(line.kind() + " " + line.name(), line.amount()));
    assertThat(amounts).hasSizeGreaterThan(70);
    assertThat(amounts.get("sequence scrambled_id")).matches("[0-9]+");
    assertThat(Integer.parseInt(String.valueOf(amounts.get("table observation"))))
        .isGreaterThan(1000);
    assertThat(
            before.lines().stream()
                .filter(line -> line.name().matches("access_log_[0-9]{4}_[0-9]{2}"))
                .map(Line::amount))
        .as("entries of the access log")
        .anyMatch(rows -> Integer.parseInt(rows) > 1);
  }

  /** As many as there are worked examples that need no other: every room of the API. */
  @Test
  void theSameQuestionsHaveTheSameBytesAsAnswers() {
    assertThat(questions).hasSizeGreaterThan(30);
    assertThat(questions.stream().map(Question::subject).distinct()).hasSizeGreaterThan(9);
    try (Instance one = new Instance(original, issuer);
        Instance other = new Instance(restored, issuer)) {
      for (Question question : questions) {
        String answer = one.answer(question);
        assertThat(answer).as(question.toString()).startsWith("200 {\"data\":{");
        assertThat(other.answer(question)).as(question.toString()).isEqualTo(answer);
      }
    }
  }

  @Test
  void migratingWhatWasRestoredChangesNothing() {
    DatabaseFingerprint restoredNow = fingerprint(restored);

    TestSightline.migrate(restored);

    assertThat(fingerprint(restored).differencesFrom(restoredNow)).isEmpty();
  }

  /** Who wants to compare needs the file of one run and the database of another. */
  @Test
  void aFingerprintSurvivesItsFile() throws Exception {
    Path file = folder.resolve("fingerprint.txt");
    Files.write(file, before.text());

    assertThat(DatabaseFingerprint.parse(Files.readAllLines(file))).isEqualTo(before);
  }

  @Test
  void nobodyElseCanReadABackup() throws Exception {
    assertThat(Files.getPosixFilePermissions(dump))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .filteredOn(name -> name.startsWith("sightline-"))
          .hasSize(2)
          .allMatch(name -> name.matches("sightline-[-0-9TZ]+\\.(dump|fingerprint)"));
    }
  }

  @Test
  void whatHoldsSomethingIsNotRestoredInto() {
    Ended again = Script.run("restore", restored, dump.toString());

    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.said()).contains("tables in that database").contains("Nothing was changed.");
  }

  @Test
  void aRestoreThatIsNotWhatWasBackedUpFails() throws Exception {
    Database third = servers.getLast().newDatabase("third");
    Path other = Files.write(folder.resolve("other.fingerprint"), fingerprint(third).text());

    Ended restore = Script.run("restore", third, dump.toString(), other.toString());

    assertThat(restore.exitCode()).isEqualTo(1);
    assertThat(restore.said()).contains("Not the same", "do not let the service go to it");
  }

  /** What was written meanwhile explains a difference, and somebody has to look whether it does. */
  @Test
  void aDifferenceIsNotPassedOverBecauseSomethingWasWrittenMeanwhile() throws Exception {
    Database fourth = servers.getLast().newDatabase("fourth");
    Path other = Files.write(folder.resolve("another.fingerprint"), fingerprint(fourth).text());
    Path copy = Files.copy(dump, folder.resolve("copy.dump"));
    Files.writeString(folder.resolve("copy.written-meanwhile"), "table access_log_2026_11 3");

    Ended restore = Script.run("restore", fourth, copy.toString(), other.toString());

    assertThat(restore.exitCode()).isEqualTo(1);
    assertThat(restore.said())
        .contains("copy.written-meanwhile", "do not let the service go to it");
  }

  @Test
  void whatIsMissingIsSaid() {
    Ended noFolder = Script.run("backup", original, "/nowhere/at/all");
    Ended noDump = Script.run("restore", restored, "/nowhere/at/all.dump");

    assertThat(noFolder.exitCode()).isEqualTo(1);
    assertThat(noFolder.said()).isEqualToIgnoringNewLines("/nowhere/at/all is no folder.");
    assertThat(noDump.exitCode()).isEqualTo(1);
    assertThat(noDump.said()).isEqualToIgnoringNewLines("/nowhere/at/all.dump is not there.");
  }

  private void fillTheLog() {
    try (Instance instance = new Instance(original, issuer)) {
      questions.stream()
          .filter(question -> List.of("plans", "actions").contains(question.name()))
          .forEach(question -> assertThat(instance.answer(question)).startsWith("200"));
    }
  }

  private InstalledPostgres newServer() {
    InstalledPostgres server = InstalledPostgres.start();
    servers.add(server);
    return server;
  }

  private static DatabaseFingerprint fingerprint(Database database) {
    return Fingerprints.of(
        new TablesOwner(database.url(), database.ownerUsername(), database.ownerPassword()));
  }
}
