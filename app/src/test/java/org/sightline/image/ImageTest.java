package org.sightline.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.image.ImageTar.Content;

/** What Jib has made on an empty base: all of the image but its base and its AOT cache. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageTest {
  private static final Instant MADE = Instant.parse("2026-01-01T00:00:00Z");
  private final ImageTar image = ImageTar.read(Built.imageWithoutBase());
  private final JsonNode config = image.config().path("config");

  @Test
  void runsTheServiceAsNobody() {
    assertThat(config.path("User").asText()).isEqualTo("10001:10001");
    assertThat(config.path("WorkingDir").asText()).isEqualTo("/");
    assertThat(image.texts("Entrypoint"))
        .containsExactly(
            "java",
            "-XX:Flags=/app/java.flags",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            "@/app/jib-classpath-file",
            "org.sightline.Sightline");
    assertThat(image.texts("Cmd")).containsExactly("serve");
    assertThat(image.texts("Env")).containsExactly("TZ=UTC");
    assertThat(config.path("ExposedPorts").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("8080/tcp", "8081/tcp");
  }

  @Test
  void saysWhatItIs() {
    JsonNode labels = config.path("Labels");

    assertThat(label(labels, "title")).isEqualTo("Sightline");
    assertThat(label(labels, "licenses")).isEqualTo("Apache-2.0");
    assertThat(label(labels, "version")).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    assertThat(label(labels, "source")).isNotBlank();
    if (Files.exists(Built.repository().resolve(".git"))) {
      assertThat(label(labels, "revision")).matches("[0-9a-f]{40}");
    }
  }

  private static String label(JsonNode labels, String name) {
    return labels.path("org.opencontainers.image." + name).asText();
  }

  @Test
  void holdsTheServiceAndItsLibrariesAndNothingElse() {
    Set<String> wanted =
        Built.libraries().stream()
            .map(name -> "app/libs/" + name)
            .collect(Collectors.toCollection(TreeSet::new));
    wanted.addAll(
        List.of(
            "app/classpath/sightline.jar",
            "app/java.flags",
            "app/jib-classpath-file",
            "app/jib-main-class-file",
            "sbom/sightline.json"));

    assertThat(paths()).containsExactlyElementsOf(wanted);
    assertThat(paths())
        .noneMatch(
            path ->
                path.matches(
                    ".*(local-services|keycloak|embedded|junit|assertj|archunit|jqwik|greenmail|testcontainers).*"));
  }

  @Test
  void asksJavaForEachLibraryByName() {
    List<String> classPath = List.of(text("app/jib-classpath-file").split(":", -1));

    // Jib's way to name the service's own jar, which is alone in its folder.
    assertThat(classPath).startsWith("/app/classpath/*");
    assertThat(paths())
        .filteredOn(path -> path.startsWith("app/classpath/"))
        .containsExactly("app/classpath/sightline.jar");
    assertThat(classPath.subList(1, classPath.size()))
        .containsExactlyInAnyOrderElementsOf(
            Built.libraries().stream().map("/app/libs/"::concat).toList());
  }

  @Test
  void isRootsToWriteAndEverybodysToRead() {
    image
        .files()
        .forEach(
            (path, content) ->
                assertThat(content)
                    .as(path)
                    .matches(one -> one.user() == 0 && one.group() == 0)
                    .matches(one -> (one.mode() & 0777) == (one.isFolder() ? 0755 : 0644))
                    .matches(one -> !one.lendsRights()));
  }

  @Test
  void isOfNoTimeOfItsOwn() throws IOException {
    assertThat(image.config().path("created").asText()).isEqualTo(MADE.toString());
    assertThat(image.files().values())
        .extracting(Content::modified)
        .allMatch(time -> time.equals(MADE) || time.getEpochSecond() <= 1);
    for (String jar : ownJars()) {
      assertThat(entries(jar))
          .extracting(ZipEntry::getTimeLocal)
          .containsOnly(LocalDateTime.ofInstant(MADE, ZoneOffset.UTC));
    }
  }

  @Test
  void namesNoPathOfThisMachine() throws IOException {
    String here = Built.repository().toString();

    assertThat(image.config().toString()).doesNotContain(here);
    image
        .files()
        .forEach((path, content) -> assertThat(content.text()).as(path).doesNotContain(here));
    for (String jar : ownJars()) {
      try (ZipFile zip = new ZipFile(Built.target().resolve(jar).toFile())) {
        for (ZipEntry entry : entries(jar)) {
          String content = new String(zip.getInputStream(entry).readAllBytes(), ISO_8859_1);
          assertThat(content).as(jar + " " + entry).doesNotContain(here);
        }
      }
    }
  }

  @Test
  void tellsItsComponents() throws IOException {
    assertThat(Built.components()).isNotEmptyFile();
    String json = text("sbom/sightline.json");
    Set<String> jars = new TreeSet<>();
    new ObjectMapper()
        .readTree(json)
        .path("components")
        .forEach(
            one ->
                jars.add(one.path("name").asText() + "-" + one.path("version").asText() + ".jar"));

    assertThat(json).contains("CycloneDX").doesNotContain("\"timestamp\"");
    assertThat(jars).containsAll(Built.libraries());
    // Annotations for the compiler, which PostgreSQL's driver names and the image leaves out.
    jars.removeAll(Built.libraries());
    assertThat(jars).allMatch(jar -> jar.startsWith("checker-qual-"));
  }

  @Test
  void makesNoFileOfItsMemory() {
    assertThat(text("app/java.flags"))
        .contains(
            "\n-HeapDumpOnOutOfMemoryError\n",
            "\n-CreateCoredumpOnCrash\n",
            "\n+DisableAttachMechanism\n",
            "\n+ExitOnOutOfMemoryError\n");
  }

  private static List<String> ownJars() {
    List<String> jars = new ArrayList<>(List.of("sightline.jar"));
    Built.libraries().stream()
        .filter(name -> name.startsWith("sightline-"))
        .forEach(name -> jars.add("lib/" + name));
    assertThat(jars).hasSize(3);
    return jars;
  }

  private Set<String> paths() {
    return image.files().entrySet().stream()
        .filter(entry -> !entry.getValue().isFolder())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String text(String path) {
    return requireNonNull(image.files().get(path), path).text();
  }

  private static List<ZipEntry> entries(String jar) throws IOException {
    Path file = Built.target().resolve(jar);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new ArrayList<>(zip.stream().map(ZipEntry.class::cast).toList());
    }
  }
}
