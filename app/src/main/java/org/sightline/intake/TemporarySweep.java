package org.sightline.intake;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes at the start what an import left behind that was killed: councils' unpublished figures.
 */
@Singleton
class TemporarySweep {
  private static final Logger LOG = LoggerFactory.getLogger(TemporarySweep.class);
  private static final String LEFT_BEHIND = "sightline-{import,workbook,rejections}-*";

  /** Longer than any import of another instance on this machine may take. */
  private static final Duration OLD = Duration.ofHours(12);

  @EventListener
  void sweep(StartupEvent event) {
    sweep(Path.of(System.getProperty("java.io.tmpdir")), Instant.now().minus(OLD));
  }

  /** Removes those that nobody has written to since an instant. */
  static void sweep(Path folder, Instant since) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, LEFT_BEHIND)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      LOG.warn("Files that earlier imports left behind could not be removed.", e);
    }
  }
}
