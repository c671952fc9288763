package org.sightline.graphql.connection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.sightline.graphql.BadUserInput;

/**
 * Writes and reads the cursors of one question: a version, and behind it, encrypted, the question
 * with the position in its list. A position holds hours and ranks that its reader may not be told.
 */
record Cursors(CursorKeys keys, ListQuestion question) {
  /** Of what is in the cursors of all lists: it counts up when that of any changes. */
  static final byte VERSION = 2;

  /** Far more than any that was given: no longer text is looked at. */
  static final int LONGEST = 1000;

  private static final String SEPARATOR = "|";
  private static final int TEXTS = 3;

  /** Rank, seconds and nanoseconds have one length, so that the cursor's tells nothing of them. */
  private static final int NUMBERS_BYTES = Float.BYTES + Long.BYTES + Integer.BYTES;

  /** The text that callers see, the same for the same position. */
  String text(Cursor cursor) {
    byte[] sealed = keys.sealed(VERSION, plain(cursor));
    byte[] all = new byte[1 + sealed.length];
    all[0] = VERSION;
    System.arraycopy(sealed, 0, all, 1, sealed.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  private byte[] plain(Cursor cursor) {
    byte[] texts =
        String.join(SEPARATOR, question.list(), question.digest(), cursor.key())
            .getBytes(StandardCharsets.UTF_8);
    Instant at = cursor.at().toInstant();
    return ByteBuffer.allocate(NUMBERS_BYTES + texts.length)
        .putFloat(cursor.rank())
        .putLong(at.getEpochSecond())
        .putInt(at.getNano())
        .put(texts)
        .array();
  }

  /**
   * Reads a cursor that a caller sent.
   *
   * @throws BadUserInput when it is none of the question
   */
  Cursor read(String text) {
    ByteBuffer plain = ByteBuffer.wrap(opened(text));
    if (plain.remaining() < NUMBERS_BYTES) {
      throw none();
    }
    float rank = plain.getFloat();
    long seconds = plain.getLong();
    int nanos = plain.getInt();
    List<String> texts =
        List.of(StandardCharsets.UTF_8.decode(plain).toString().split("[|]", TEXTS));
    if (texts.size() < TEXTS || !texts.getFirst().equals(question.list())) {
      throw none();
    }
    if (!texts.get(1).equals(question.digest())) {
      throw new BadUserInput(
          "This cursor of %s belongs to another question: send it with the arguments that it was given for, or begin again without after."
              .formatted(question.list()),
          "after");
    }
    return position(rank, seconds, nanos, texts.getLast());
  }

  private byte[] opened(String text) {
    if (text.length() > LONGEST) {
      throw none();
    }
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw none();
    }
    if (all.length < 1
        || all[0] != VERSION
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(text)) {
      throw none();
    }
    return keys.opened(VERSION, Arrays.copyOfRange(all, 1, all.length)).orElseThrow(this::none);
  }

  private Cursor position(float rank, long seconds, int nanos, String key) {
    try {
      return new Cursor(
          question.list(),
          rank,
          Instant.ofEpochSecond(seconds, nanos).atOffset(ZoneOffset.UTC),
          key);
    } catch (DateTimeException | ArithmeticException e) {
      throw none();
    }
  }

  private BadUserInput none() {
    return Cursor.none(question.list());
  }
}
