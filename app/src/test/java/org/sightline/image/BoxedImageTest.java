package org.sightline.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;

/**
 * The image on the base that {@code app/src/image/base} makes, run as nobody in a root that nobody
 * can write. Needs root, debootstrap and bubblewrap.
 */
@Tag("soak")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoxedImageTest {
  private static final String HULL = "E06000010";
  private static final int STARTS = 5;
  private static final int ENDED_AS_ASKED = 143;

  /** As in a container of 1 GiB. */
  private static final String SMALL = "-XX:+UseSerialGC -Xmx614m ";

  @TempDir static Path folder;

  private Box box;
  private ImageTar base;

  @BeforeAll
  void unpack() throws IOException, InterruptedException {
    assumeTrue(Box.lacking().isEmpty(), Box.lacking());
    assumeTrue(Files.isExecutable(Path.of("/usr/sbin/debootstrap")), "No debootstrap is here.");
    Box.openToOthers(folder);
    Path made = folder.resolve("base.tar");
    ProcessBuilder making =
        new ProcessBuilder(
            Built.repository().resolve("app/src/image/base").toString(), made.toString());
    making.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
    assertThat(making.inheritIO().start().waitFor()).isZero();
    base = ImageTar.read(made);
    box = new Box(List.of(made, Built.imageWithoutBase()), folder.resolve("box"));
  }

  @Test
  void standsOnABaseWithoutShellOrAnythingThatLendsRights() {
    assertThat(base.files())
        .containsKeys("opt/java/bin/java", "tmp", "var/lib/dpkg/status.d/libc6");
    assertThat(base.files().keySet())
        .noneMatch(path -> path.matches("(usr/)?s?bin/.+|.*/machine-id|var/log/.*|.*\\.deb"));
    base.files()
        .forEach(
            (path, content) -> {
              assertThat(content.lendsRights()).as(path).isFalse();
              assertThat(content.user()).as(path).isZero();
              assertThat(content.modified().getEpochSecond()).as(path).isEqualTo(1);
            });
    assertThat(base.files().entrySet())
        .filteredOn(one -> one.getValue().isFolder() && one.getValue().isOthersToWrite())
        .extracting(Map.Entry::getKey)
        .containsExactly("tmp");
  }

  @Test
  void migratesServesAndEndsAsAskedInARootThatNobodyCanWrite() throws IOException {
    try (Surroundings surroundings = new Surroundings()) {
      Map<String, String> settings = surroundings.settings(Map.of());
      assertThat(box.run(settings, "migrate")).as(said()).isZero();
      assertThat(box.run(settings, "migrate")).as(said()).isZero();
      assertThat(box.run(settings, "fingerprint")).as(said()).isZero();

      Process serving = box.start(settings, "serve");
      assertThat(surroundings.awaitAnswer(serving, Training.QUESTIONS.getFirst()))
          .contains("Kingston upon Hull");
      assertThat(surroundings.managed("/health/readiness")).contains("UP");
      assertThat(surroundings.managed("/prometheus")).contains("jvm_", "process_", "hikaricp_");
      assertThat(users(serving)).containsOnly("10001");
      assertThat(Box.end(serving)).isIn(0, ENDED_AS_ASKED);
    }
  }

  @Test
  void exportsACouncilWhereItMayWrite() throws IOException {
    Database people = TestPostgres.freshDatabase("people", TestSightline::migrateWithPeople);
    try (Surroundings surroundings = new Surroundings(people)) {
      Map<String, String> settings = surroundings.settings(Map.of());

      assertThat(box.run(settings, "council", "export", HULL, "--to", "/tmp/hull.zip"))
          .as(said())
          .isZero();
      assertThat(box.run(settings, "council", "export", HULL, "--to", "/hull.zip")).isEqualTo(1);
      assertThat(said()).contains("Read-only file system");
    }
  }

  /** As whom the program's processes run, the box's own among them. */
  private static List<String> users(Process process) throws IOException {
    List<String> users = new ArrayList<>();
    for (ProcessHandle one : process.descendants().toList()) {
      Files.readAllLines(Path.of("/proc/%d/status".formatted(one.pid()))).stream()
          .filter(line -> line.startsWith("Uid:"))
          .forEach(line -> users.addAll(List.of(line.substring(4).strip().split("\\s+", -1))));
    }
    return users;
  }

  @Test
  void servesUnlessToldOtherwiseAndSaysWhatIsMissing() throws IOException {
    assertThat(box.run(Map.of(), "serve")).isEqualTo(1);

    assertThat(said()).contains("SIGHTLINE_");
  }

  @Test
  void letsAnOperatorsFlagsWin() throws IOException {
    assertThat(flags("")).contains("MaxRAMPercentage=60.0", "UseCompactObjectHeaders=true");
    assertThat(flags("")).contains("HeapDumpOnOutOfMemoryError=false", "UsePerfData=false");
    assertThat(flags("-XX:MaxRAMPercentage=33")).contains("MaxRAMPercentage=33.0");
  }

  /** All flags of the Java in the image, a line each, without spaces around the sign. */
  private String flags(String further) throws IOException {
    String before = said();
    Map<String, String> options = Map.of("JDK_JAVA_OPTIONS", "-XX:+PrintFlagsFinal " + further);
    assertThat(box.run(options, "--version")).isZero();
    return said().substring(before.length()).replaceAll("\\s+=\\s+", "=");
  }

  @Test
  void answersSoonerWithItsCacheAndStartsWithOneThatDoesNotFit() throws IOException {
    Path cache = folder.resolve("sightline.aot");
    Training.train(box, folder.resolve("out"), cache);
    Path inside = box.root().resolve("app/sightline.aot");
    Path _ = Files.copy(cache, inside, StandardCopyOption.REPLACE_EXISTING);
    String use = "-XX:AOTCache=/app/sightline.aot";
    try (Surroundings surroundings = new Surroundings()) {
      assertThat(box.run(surroundings.settings(Map.of()), "migrate")).as(said()).isZero();
      List<Duration> with = new ArrayList<>();
      List<Duration> without = new ArrayList<>();
      for (int round = 0; round < STARTS; round++) {
        without.add(firstAnswer(surroundings, SMALL));
        with.add(firstAnswer(surroundings, SMALL + use + " -XX:AOTMode=on"));
      }
      System.out.printf(
          "To the first answer from the database: %d ms without an AOT cache, %d ms with one of %d"
              + " MB; a share of %.2f. Each: %s and %s%n",
          median(without).toMillis(),
          median(with).toMillis(),
          Files.size(cache) / 1_000_000,
          (double) median(with).toMillis() / median(without).toMillis(),
          without,
          with);
      assertThat(median(with)).isLessThan(median(without).multipliedBy(4).dividedBy(5));
      assertThat(firstAnswer(surroundings, use + " -XX:-UseCompactObjectHeaders")).isPositive();
    } finally {
      Files.delete(inside);
    }
  }

  private Duration firstAnswer(Surroundings surroundings, String flags) {
    Map<String, String> settings = surroundings.settings(Map.of("JDK_JAVA_OPTIONS", flags));
    Instant begun = Instant.now();
    Process serving = box.start(settings, "serve");
    try {
      assertThat(surroundings.awaitAnswer(serving, Training.QUESTIONS.getFirst()))
          .contains("Kingston upon Hull");
      return Duration.between(begun, Instant.now());
    } finally {
      int _ = Box.end(serving);
    }
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private String said() throws IOException {
    return Files.readString(box.log());
  }
}
