package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the pages name is there: files, tests and their methods, and other pages. */
class DocumentedPathsTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern FILE =
      Pattern.compile("`([A-Za-z_][A-Za-z0-9_.-]*[.](?:java|tpl))`");
  private static final Pattern TEST =
      Pattern.compile("`([A-Z][A-Za-z0-9]*Test)(?:[.]([a-zA-Z]+))?`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");

  private final Map<String, Path> files = new HashMap<>();

  DocumentedPathsTest() throws IOException {
    for (String module : List.of("app", "migrations", "local-services", "helm", "graphql-schema")) {
      try (Stream<Path> all = Files.walk(REPOSITORY.resolve(module))) {
        all.filter(path -> !path.toString().contains("/target/"))
            .filter(path -> !path.toString().contains("/node_modules/"))
            .filter(Files::isRegularFile)
            .forEach(path -> files.put(path.getFileName().toString(), path));
      }
    }
  }

  @Test
  void everyFileAndTestThatIsNamedIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    int named = 0;
    for (Path page : pages()) {
      String text = Files.readString(page);
      List<MatchResult> found =
          Stream.concat(FILE.matcher(text).results(), TEST.matcher(text).results()).toList();
      named += found.size();
      found.stream()
          .filter(name -> !isThere(name))
          .forEach(name -> missing.add(REPOSITORY.relativize(page) + " names " + name.group()));
    }
    assertThat(missing).isEmpty();
    assertThat(named).isGreaterThan(150);
  }

  /** Each row of the threat model that names a guard in a file names what fails without it. */
  @Test
  void everyGuardOfTheThreatModelHasATest() throws IOException {
    List<String> rows =
        Files.readAllLines(REPOSITORY.resolve("docs/guides/threat-model.md")).stream()
            .filter(line -> line.matches("\\| [STRIDE](, [STRIDE])* \\|.*"))
            .toList();
    assertThat(rows).hasSizeGreaterThan(45);
    assertThat(rows)
        .filteredOn(row -> row.split("\\|", -1)[3].matches(".*`[A-Z][A-Za-z]+[.]java`.*"))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            row -> assertThat(TEST.matcher(row.split("\\|", -1)[4]).find()).as(row).isTrue());
  }

  @Test
  void everyPageThatIsLinkedIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path page : pages()) {
      LINK.matcher(Files.readString(page))
          .results()
          .map(link -> link.group(1))
          .filter(link -> !Files.exists(page.resolveSibling(link)))
          .forEach(link -> missing.add(REPOSITORY.relativize(page) + " links to " + link));
    }
    assertThat(missing).isEmpty();
  }

  private boolean isThere(MatchResult name) {
    boolean isTest = name.groupCount() == 2;
    Path file = files.get(isTest ? name.group(1) + ".java" : name.group(1));
    if (!isTest && file == null) {
      return Files.exists(REPOSITORY.resolve(name.group(1)));
    }
    return file != null && (!isTest || name.group(2) == null || has(file, name.group(2)));
  }

  private static boolean has(Path file, String method) {
    try {
      return Files.readString(file).contains(" " + method + "(");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(REPOSITORY.resolve("docs"))) {
      return Stream.concat(
              docs.filter(path -> path.toString().endsWith(".md")),
              Stream.of("README.md", "SECURITY.md", "CONTRIBUTING.md").map(REPOSITORY::resolve))
          .toList();
    }
  }
}
