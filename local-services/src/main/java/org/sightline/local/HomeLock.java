package org.sightline.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time owns a server's folder. The operating system gives the lock back when the
 * process dies in whatever way, so a lock file left behind locks nobody out.
 */
final class HomeLock implements AutoCloseable {
  /**
   * Opening the file twice in one process and closing it once would give the lock back: never do.
   */
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private HomeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Fails with a sentence that names the process which holds the folder. */
  static HomeLock claim(Path home) {
    Path file = home.toAbsolutePath().normalize().resolve("launcher.lock");
    if (!HELD_HERE.add(file)) {
      throw heldBy(Long.toString(ProcessHandle.current().pid()), home);
    }
    try {
      return open(file, home);
    } catch (IOException e) {
      HELD_HERE.remove(file);
      throw Disk.failure("lock " + file, home, e);
    } catch (StartFailure e) {
      HELD_HERE.remove(file);
      throw e;
    }
  }

  private static HomeLock open(Path file, Path home) throws IOException {
    Files.createDirectories(home);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    @Nullable FileLock lock = channel.tryLock();
    if (lock == null) {
      channel.close();
      throw heldBy(Files.readString(file).strip(), home);
    }
    String pid = Long.toString(ProcessHandle.current().pid());
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
    channel.force(true);
    return new HomeLock(file, channel);
  }

  private static StartFailure heldBy(String pid, Path home) {
    return new StartFailure(
        "Another one runs already, as process %s, with the database in %s: stop that one first."
            .formatted(pid, home));
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Disk.failure("unlock " + file, Disk.parent(file), e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
