package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("those of the launcher, one after the other")
class LauncherTest {
  @TempDir private Path repository;

  private final int port = freePort();

  @Test
  void stopsPostgresAfterTheProgram() throws Exception {
    try (LauncherProcess launcher = LauncherProcess.start(repository, port)) {
      ProcessHandle postgres = launcher.awaitServing().postgres();

      launcher.process().destroy();

      assertThat(launcher.awaitExit()).isEqualTo(143);
      assertThat(launcher.said())
          .contains("Preparing PostgreSQL.", "Finished with the database still there")
          .endsWith("Stopped.\n");
      LauncherProcess.await("PostgreSQL's end", () -> !postgres.isAlive());
    }
  }

  @Test
  void stopsPostgresWhenItIsKilledItself() throws Exception {
    try (LauncherProcess launcher = LauncherProcess.start(repository, port)) {
      ProcessHandle postgres = launcher.awaitServing().postgres();

      launcher.process().destroyForcibly();

      LauncherProcess.await("PostgreSQL's end", () -> !postgres.isAlive());
    }
  }

  @Test
  void stopsEverythingWhenItsParentIsKilled() throws Exception {
    try (LauncherProcess shell = LauncherProcess.startUnderShell(repository, port)) {
      ProcessHandle postgres = shell.awaitServing().postgres();
      ProcessHandle launcher = shell.process().children().findFirst().orElseThrow();

      shell.process().destroyForcibly();

      LauncherProcess.await("both ends", () -> !launcher.isAlive() && !postgres.isAlive());
      assertThat(shell.said())
          .contains("Maven (process %d) is gone, so Sightline stops too.".formatted(shell.pid()));
    }
  }

  @Test
  void stopsThePostgresOfAnEarlierKilledLauncherAndSaysSo() throws Exception {
    ProcessHandle orphan;
    try (LauncherProcess killed = LauncherProcess.start(repository, port)) {
      orphan = killed.awaitServing().postgres();
      killed.killWithGuardian();
    }
    assertThat(orphan.isAlive()).isTrue();

    try (LauncherProcess next = LauncherProcess.start(repository, port)) {
      assertThat(next.awaitServing().said())
          .contains(
              "Stopped the PostgreSQL (process %d) that an earlier, killed Sightline left running."
                  .formatted(orphan.pid()));
      LauncherProcess.await("the orphan's end", () -> !orphan.isAlive());
    } finally {
      orphan.destroy();
    }
  }

  @Test
  void refusesToShareItsDataWithAnotherLauncher() throws Exception {
    try (LauncherProcess first = LauncherProcess.start(repository, port);
        LauncherProcess second =
            LauncherProcess.start(first.awaitServing().repository(), freePort())) {
      assertThat(second.awaitExit()).isEqualTo(1);
      assertThat(second.said())
          .endsWith(
              ("\nSightline cannot start. Another one runs already, as process %d, with the"
                      + " database in %s: stop that one first.\n\n")
                  .formatted(first.pid(), repository.resolve(".sightline/postgresql")));
      assertThat(first.process().isAlive()).isTrue();
    }
  }

  @Test
  void saysThatThePortIsInUseBeforeItStartsAnything() throws Exception {
    try (ServerSocket taken = new ServerSocket(port);
        LauncherProcess launcher = LauncherProcess.start(repository, taken.getLocalPort())) {
      assertThat(launcher.awaitExit()).isEqualTo(1);
      assertThat(launcher.said())
          .isEqualTo(
              ("\nSightline cannot start. Port %d is in use: stop what uses it, or choose another by"
                      + " SIGHTLINE_PORT=8081.\n\n")
                  .formatted(port));
    }
  }

  @Test
  void exitsWithAnErrorWhenTheProgramFails() throws Exception {
    try (LauncherProcess launcher = LauncherProcess.start(repository, port, "fail")) {
      assertThat(launcher.awaitExit()).isEqualTo(1);
      assertThat(launcher.said()).contains("told to fail").endsWith("Stopped.\n");
    }
  }

  @Test
  void offersItsSettingsToOtherCommandsOfTheSameUserWhileItRuns() throws Exception {
    Path environment = repository.resolve(".sightline/environment");
    Path script = repository.resolve(".sightline/sightline");

    try (LauncherProcess launcher = LauncherProcess.start(repository, port)) {
      assertThat(launcher.awaitServing().process().isAlive()).isTrue();
      assertThat(permissions(environment)).isEqualTo("rw-------");
      assertThat(permissions(script)).isEqualTo("rwx------");
      assertThat(Files.readString(environment))
          .contains("SIGHTLINE_DATABASE_URL='jdbc:postgresql://127.0.0.1:")
          .contains("SIGHTLINE_DATABASE_APP_USERNAME='sightline_app'")
          .containsPattern("SIGHTLINE_DATABASE_APP_PASSWORD='[0-9a-f]{32}'")
          .containsPattern("SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD='[0-9a-f]{32}'");
    }

    assertThat(environment).doesNotExist();
    assertThat(script).doesNotExist();
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
