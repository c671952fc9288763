package org.sightline.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An image unpacked, and its program run as a container engine would run it: as the image's user,
 * without any right, in a root that nobody can write, with a {@code /tmp} of its own. Bubblewrap
 * stands in for the engine; the network is this machine's.
 */
final class Box {
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final Path root;
  private final Path log;
  private final List<String> environment = new ArrayList<>();
  private final List<String> entryPoint;
  private final String user;

  /**
   * @param images from the base up; what the last one says of user and program counts
   * @param folder empty or absent; what is unpacked goes there, and what the program says
   */
  Box(List<Path> images, Path folder) {
    root = folder.resolve("root");
    log = folder.resolve("log");
    makeFolder(root);
    openToOthers(folder);
    ImageTar last = ImageTar.read(images.getLast());
    images.forEach(image -> unpack(image, folder.resolve("layers")));
    entryPoint = last.texts("Entrypoint");
    user = last.config().path("config").path("User").asText();
  }

  /** What this machine lacks for it; empty where it lacks nothing. */
  static String lacking() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return "Only root can become another user.";
    }
    return Files.isExecutable(Path.of("/usr/bin/bwrap")) ? "" : "There is no bubblewrap here.";
  }

  Path root() {
    return root;
  }

  /** Where the program's words go. */
  Path log() {
    return log;
  }

  private void unpack(Path image, Path layers) {
    makeFolder(layers);
    run(List.of("tar", "-xf", image.toString(), "-C", layers.toString()));
    ImageTar described = ImageTar.read(image);
    for (ImageTar.Layer layer : described.layers()) {
      String file = layers.resolve(layer.name()).toString();
      run(List.of("tar", "--warning=none", "-xpf", file, "-C", root.toString()));
    }
    run(List.of("rm", "-r", layers.toString()));
    described.texts("Env").forEach(environment::add);
  }

  /** Starts the image's program with arguments, where the image's own are not meant. */
  Process start(Map<String, String> settings, String... arguments) {
    return start(settings, List.of(), arguments);
  }

  /** The same, with a folder outside that the program finds, and can write, at {@code /tmp/out}. */
  Process start(Map<String, String> settings, Path out, String... arguments) {
    return start(settings, List.of("--bind", out.toString(), "/tmp/out"), arguments);
  }

  private Process start(Map<String, String> settings, List<String> mounts, String... arguments) {
    List<String> command = new ArrayList<>(asUser());
    command.addAll(
        List.of("bwrap", "--unshare-all", "--share-net", "--as-pid-1", "--die-with-parent"));
    command.addAll(List.of("--cap-drop", "ALL", "--ro-bind", root.toString(), "/"));
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
    command.addAll(mounts);
    command.addAll(List.of("--chdir", "/", "--clearenv"));
    environment.forEach(one -> set(command, one.split("=", 2)));
    settings.forEach((name, value) -> set(command, name, value));
    command.add("--");
    command.addAll(entryPoint);
    command.addAll(List.of(arguments));
    return launch(command);
  }

  private List<String> asUser() {
    int colon = user.indexOf(':');
    return List.of(
        "setpriv",
        "--reuid",
        user.substring(0, colon),
        "--regid",
        user.substring(colon + 1),
        "--clear-groups",
        "--no-new-privs",
        "--");
  }

  private static void set(List<String> command, String... pair) {
    command.add("--setenv");
    command.addAll(List.of(pair));
  }

  /** Runs the image's program to its end, and returns its exit code. */
  int run(Map<String, String> settings, String... arguments) {
    return await(start(settings, arguments));
  }

  /** Asks the program itself to end (SIGTERM), and returns its exit code. */
  static int end(Process process) {
    process
        .descendants()
        .filter(one -> one.children().findAny().isEmpty())
        .forEach(ProcessHandle::destroy);
    return await(process);
  }

  /** Its exit code, when it has ended. */
  static int await(Process process) {
    try {
      if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("It does not end: " + process.info().commandLine().orElse(""));
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      Process _ = process.destroyForcibly();
    }
  }

  private void run(List<String> command) {
    if (await(launch(command)) != 0) {
      throw new IllegalStateException("Failed: " + String.join(" ", command));
    }
  }

  private Process launch(List<String> command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(log.toFile()));
      Process process = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A temporary folder is its owner's only, and the image's user must pass. */
  static void openToOthers(Path folder) {
    try {
      Path _ = Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeFolder(Path folder) {
    try {
      Path _ = Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
