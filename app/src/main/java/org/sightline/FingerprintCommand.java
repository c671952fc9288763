package org.sightline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.MigrationFailure;
import org.sightline.migrations.upkeep.DatabaseFingerprint;
import org.sightline.migrations.upkeep.Fingerprints;
import org.sightline.migrations.upkeep.TablesOwner;
import org.sightline.operations.DatabaseLogin;
import org.sightline.operations.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells whether two databases hold the same. */
@Command(
    name = "fingerprint",
    description = {
      "Print each table's rows and the fingerprint of its content, each sequence's value, and the"
          + " fingerprint of the whole database: the same before a backup as after its restore.",
      "",
      "Connects as SIGHTLINE_DATABASE_OWNER_USERNAME, reads everything as it is at one instant and"
          + " changes nothing. The order of rows does not matter."
    },
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class FingerprintCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  @Option(
      names = "--compare",
      paramLabel = "FILE",
      description =
          "Print only what is other than in this file, which an earlier run has printed; the exit"
              + " code is 1 where anything is.")
  private @Nullable Path earlier;

  @Override
  public Integer call() {
    TablesOwner owner = owner(Settings.ofThisProcess());
    if (earlier == null) {
      Fingerprints.of(owner).text().forEach(System.out::println);
      return 0;
    }
    DatabaseFingerprint before = DatabaseFingerprint.parse(read(earlier));
    DatabaseFingerprint now = Fingerprints.of(owner);
    List<String> differences = now.differencesFrom(before);
    differences.forEach(System.out::println);
    System.out.println(
        differences.isEmpty()
            ? "The same: %d tables and sequences, %s.".formatted(now.lines().size(), now.whole())
            : "Not the same: %d differences.".formatted(differences.size()));
    return differences.isEmpty() ? 0 : DIFFERENT;
  }

  static TablesOwner owner(Settings settings) {
    DatabaseLogin owner = settings.owner();
    return new TablesOwner(owner.url(), owner.username(), owner.password());
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new MigrationFailure("%s cannot be read: %s.".formatted(file, e), e);
    }
  }
}
