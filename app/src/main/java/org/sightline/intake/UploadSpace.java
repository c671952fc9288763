package org.sightline.intake;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import org.sightline.operations.Amount;

/**
 * The room that files which come over HTTP have on the temporary disk until they are imported, all
 * together. A container whose disk is filled is ended, with everybody's requests.
 */
@Singleton
final class UploadSpace {
  /** A tenth stays free for what else is written there. */
  private static final double FOR_FILES = 0.9;

  private final long bytes;
  private long taken;

  /**
   * @param space such as "4Gi"; empty where the disk is as large as it may be
   */
  UploadSpace(@Value("${sightline.upload-space:}") String space) {
    bytes = space.isEmpty() ? Long.MAX_VALUE : (long) (Amount.bytes(space) * FOR_FILES);
  }

  /** Some of the room, given back by closing it, any number of times. */
  final class Room implements AutoCloseable {
    private long held;

    private Room(long held) {
      this.held = held;
    }

    @Override
    public void close() {
      synchronized (UploadSpace.this) {
        taken -= held;
        held = 0;
      }
    }
  }

  /**
   * Takes room for a body.
   *
   * @param announced its bytes; less than 0 where nobody said: then as much as a body may have
   * @throws FullException where others have taken so much that it does not fit
   */
  synchronized Room take(long announced) {
    long wanted = announced < 0 ? ImportGuard.LARGEST_BODY : announced;
    if (wanted > bytes - taken) {
      throw new FullException();
    }
    taken += wanted;
    return new Room(wanted);
  }

  /** There is no room at the moment. */
  static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
