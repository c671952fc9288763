package org.sightline.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One process at a time prepares what all of this machine use; the others wait, unlike at {@link
 * HomeLock}. The operating system gives the lock back when the process dies.
 */
final class OnceLock implements AutoCloseable {
  private static final ReentrantLock HERE = new ReentrantLock();

  private final Path folder;
  private final FileChannel channel;

  private OnceLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static OnceLock await(Path folder) {
    HERE.lock();
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("keycloak.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel.lock();
      return new OnceLock(folder, channel);
    } catch (IOException e) {
      HERE.unlock();
      throw Disk.failure("lock", folder, e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw Disk.failure("unlock", folder, e);
    } finally {
      HERE.unlock();
    }
  }
}
