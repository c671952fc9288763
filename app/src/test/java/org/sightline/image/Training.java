package org.sightline.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Makes the AOT cache of an image: the image's own program is run on a database and a Keycloak of
 * tests, asked as members ask, and stopped; what Java then knows of its classes is the cache. It
 * fits only this Java, these jars and these paths, so it is made in the image's files.
 */
public final class Training {
  /** Read from the database, by the ways that most questions go. */
  static final List<String> QUESTIONS =
      List.of(
          "{ council(code: \"E06000010\") { name code region { name } } }",
          "{ indicators(headline: true) { code name unit polarity } }",
          "{ benchmark(indicator: \"children-looked-after-rate\", among: {neighboursOf: {council: \"E06000010\"}}) { standings { area { name } value missing } } }",
          "{ viewer { name } }");

  private final Box box;
  private final Path out;

  private Training(Box box, Path out) {
    this.box = box;
    this.out = out;
  }

  /**
   * Trains.
   *
   * @param arguments the image's file, and where the cache goes
   */
  public static void main(String[] arguments) throws IOException {
    if (!Box.lacking().isEmpty()) {
      throw new IllegalStateException("The AOT cache cannot be made: " + Box.lacking());
    }
    Path folder = Files.createTempDirectory("sightline-training");
    try {
      Box box = new Box(List.of(Path.of(arguments[0])), folder);
      train(box, folder.resolve("out"), Path.of(arguments[1]));
    } finally {
      delete(folder);
    }
  }

  /** Trains, and puts the cache where it is wanted, to be read by everybody. */
  static void train(Box box, Path out, Path cache) {
    try (Surroundings surroundings = new Surroundings()) {
      new Training(box, out).run(surroundings);
      Path _ = Files.createDirectories(cache.toAbsolutePath().getParent());
      Path _ = Files.copy(out.resolve("sightline.aot"), cache, StandardCopyOption.REPLACE_EXISTING);
      System.out.printf("The AOT cache has %d MB.%n", Files.size(cache) / 1_000_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Surroundings surroundings) throws IOException {
    Path _ = Files.createDirectories(out);
    Files.setAttribute(out, "unix:uid", 10001);
    Files.setAttribute(out, "unix:gid", 10001);
    require(box.run(surroundings.settings(Map.of()), "migrate"), "migrate", 0);
    Process serving = start(surroundings, "-XX:AOTMode=record");
    String _ = surroundings.awaitAnswer(serving, QUESTIONS.getFirst());
    for (int round = 0; round < 5; round++) {
      QUESTIONS.forEach(surroundings::ask);
    }
    String _ = surroundings.managed("/health/readiness");
    String _ = surroundings.managed("/prometheus");
    require(Box.end(serving), "The run that is watched", 143);
    require(
        Box.await(start(surroundings, "-XX:AOTMode=create -XX:AOTCache=/tmp/out/sightline.aot")),
        "Making the cache",
        0);
  }

  private Process start(Surroundings surroundings, String flags) {
    String options = flags + " -XX:AOTConfiguration=/tmp/out/sightline.aotconf";
    return box.start(surroundings.settings(Map.of("JDK_JAVA_OPTIONS", options)), out, "serve");
  }

  private void require(int code, String what, int wanted) throws IOException {
    if (code != wanted) {
      throw new IllegalStateException(
          "%s ended with %d:%n%s".formatted(what, code, Files.readString(box.log())));
    }
  }

  private static void delete(Path folder) throws IOException {
    Process deleting = new ProcessBuilder("rm", "-rf", folder.toString()).start();
    int _ = Box.await(deleting);
  }
}
