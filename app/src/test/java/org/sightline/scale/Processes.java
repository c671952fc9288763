package org.sightline.scale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Linux says of processes: the processor's time that they took, and their memory. */
final class Processes {
  private static final Path PROC = Path.of("/proc");
  private static final double MILLISECONDS_PER_TICK = 10;
  private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
  private static final String BACKEND_OF_THE_SERVICE = "postgres: sightline_app ";

  private Processes() {}

  /** User's and system's time of a process with all its threads, in milliseconds. */
  static double milliseconds(long pid) {
    String stat = text(PROC.resolve(pid + "/stat"));
    List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
    return (Double.parseDouble(fields.get(11)) + Double.parseDouble(fields.get(12)))
        * MILLISECONDS_PER_TICK;
  }

  /**
   * The same of each of the service's connections to a server: a backend has one thread, of which
   * the scheduler knows the nanoseconds.
   *
   * @param postmaster the server's process
   */
  static Map<Long, Double> backends(long postmaster) {
    return backendsOf(postmaster).stream()
        .collect(Collectors.toMap(pid -> pid, Processes::ofOneThread));
  }

  /** The processor's time of one process of one thread, in milliseconds. */
  static double ofOneThread(long pid) {
    String schedstat = text(PROC.resolve(pid + "/schedstat"));
    return Double.parseDouble(schedstat.substring(0, schedstat.indexOf(' ')))
        / NANOSECONDS_PER_MILLISECOND;
  }

  /** The kibibytes that a backend of the service has for itself, in the mean. */
  static double kibibytesOfABackend(long postmaster) {
    return backendsOf(postmaster).stream()
        .mapToLong(
            pid -> number(PROC.resolve(pid + "/smaps_rollup"), "Private_Dirty:\\s+(\\d+) kB"))
        .average()
        .orElse(0);
  }

  /** The kibibytes of a process that are in memory. */
  static long residentKibibytes(long pid) {
    return number(PROC.resolve(pid + "/status"), "VmRSS:\\s+(\\d+) kB");
  }

  /** The process that started another. */
  static long parent(long pid) {
    return number(PROC.resolve(pid + "/status"), "PPid:\\s+(\\d+)");
  }

  private static List<Long> backendsOf(long postmaster) {
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .map(path -> path.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::parseLong)
          .filter(pid -> isBackendOf(postmaster, pid))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isBackendOf(long postmaster, long pid) {
    try {
      return text(PROC.resolve(pid + "/cmdline")).startsWith(BACKEND_OF_THE_SERVICE)
          && parent(pid) == postmaster;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static long number(Path file, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text(file));
    if (!matcher.find()) {
      throw new AssertionError(file + " has no " + pattern);
    }
    return Long.parseLong(matcher.group(1));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("A process has gone: " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
