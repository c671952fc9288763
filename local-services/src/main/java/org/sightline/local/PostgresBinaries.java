package org.sightline.local;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, unpacked once from the archive on the class path. Among them are only
 * {@code initdb}, {@code pg_ctl} and {@code postgres}.
 */
final class PostgresBinaries {
  private static final Set<PosixFilePermission> EXECUTABLE =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.GROUP_EXECUTE,
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_EXECUTE);

  private PostgresBinaries() {}

  /**
   * The folder that holds {@code bin}, {@code lib} and {@code share}.
   *
   * @param home where to unpack; one folder is made there for every different archive
   */
  static Path unpackedIn(Path home) {
    try {
      byte[] archive = archive();
      Path folder = home.resolve("binaries-" + fingerprint(archive));
      if (!Files.isDirectory(folder)) {
        Disk.requireSpace(home);
        unpackAside(archive, folder);
      }
      return folder;
    } catch (IOException e) {
      throw Disk.failure("unpack PostgreSQL", home, e);
    }
  }

  private static byte[] archive() throws IOException {
    String system = System.getProperty("os.name", "");
    String machine = System.getProperty("os.arch", "");
    try (InputStream stream =
        DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
            system.startsWith("Mac") ? "Darwin" : system,
            machine.equals("amd64") ? "x86_64" : machine)) {
      if (stream == null) {
        throw noArchive(system, machine);
      }
      return stream.readAllBytes();
    } catch (IllegalStateException e) {
      throw noArchive(system, machine);
    }
  }

  private static StartFailure noArchive(String system, String machine) {
    return new StartFailure(
        "There is no embedded PostgreSQL for %s on %s: give a server of your own by %s, %s and %s."
            .formatted(
                system,
                machine,
                Settings.environmentName(Settings.DATABASE_URL),
                Settings.environmentName(Settings.OWNER_USERNAME),
                Settings.environmentName(Settings.OWNER_PASSWORD)));
  }

  /** Unpacks beside the goal and renames, so that two builds at once or a kill leave no half. */
  private static void unpackAside(byte[] archive, Path folder) throws IOException {
    Path home = Files.createDirectories(Disk.parent(folder));
    Path aside = Files.createTempDirectory(home, "unpacking-");
    try (TarArchiveInputStream entries =
        new TarArchiveInputStream(
            new XZCompressorInputStream(
                new BufferedInputStream(new java.io.ByteArrayInputStream(archive))))) {
      for (TarArchiveEntry entry = entries.getNextEntry();
          entry != null;
          entry = entries.getNextEntry()) {
        unpack(entry, entries, aside);
      }
      Files.setPosixFilePermissions(aside, EXECUTABLE);
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException e) {
      Disk.deleteTree(aside);
    } catch (IOException e) {
      Disk.deleteTree(aside);
      throw e;
    }
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path file = entry.resolveIn(folder);
    Files.createDirectories(entry.isDirectory() ? file : Disk.parent(file));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
      return;
    }
    if (!entry.isDirectory()) {
      Files.copy(content, file);
      if ((entry.getMode() & 0100) != 0) {
        Files.setPosixFilePermissions(file, EXECUTABLE);
      }
    }
  }

  private static String fingerprint(byte[] archive) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
