package org.sightline.graphql.connection;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.sightline.graphql.BadUserInput;

/**
 * Writes and reads the cursors of one question: a version, the question with the position in its
 * list, and a mark that only who has the key can make.
 */
record Cursors(CursorKeys keys, ListQuestion question) {
  static final byte VERSION = 1;

  /** Far more than any that was given: no longer text is looked at. */
  static final int LONGEST = 500;

  private static final String SEPARATOR = "|";
  private static final int PARTS = 5;

  /** The text that callers see. */
  String text(Cursor cursor) {
    String place =
        String.join(
            SEPARATOR,
            question.list(),
            question.digest(),
            String.valueOf(cursor.rank()),
            cursor.at().toString(),
            cursor.key());
    byte[] plain = place.getBytes(StandardCharsets.UTF_8);
    byte[] signed = new byte[1 + plain.length];
    signed[0] = VERSION;
    System.arraycopy(plain, 0, signed, 1, plain.length);
    byte[] all = Arrays.copyOf(signed, signed.length + CursorKeys.MARK_BYTES);
    System.arraycopy(keys.mark(signed), 0, all, signed.length, CursorKeys.MARK_BYTES);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  /**
   * Reads a cursor that a caller sent.
   *
   * @throws BadUserInput when it is none of the question
   */
  Cursor read(String text) {
    byte[] signed = signed(text);
    if (signed[0] != VERSION) {
      throw none();
    }
    String place = new String(signed, 1, signed.length - 1, StandardCharsets.UTF_8);
    List<String> parts = List.of(place.split("[|]", PARTS));
    if (parts.size() < PARTS || !parts.getFirst().equals(question.list())) {
      throw none();
    }
    if (!parts.get(1).equals(question.digest())) {
      throw new BadUserInput(
          "This cursor of %s belongs to another question: send it with the arguments that it was given for, or begin again without after."
              .formatted(question.list()),
          "after");
    }
    return position(parts.subList(2, PARTS));
  }

  /** The version and what follows it, where the mark proves them. */
  private byte[] signed(String text) {
    if (text.length() > LONGEST) {
      throw none();
    }
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw none();
    }
    int length = all.length - CursorKeys.MARK_BYTES;
    if (length < 1 || !Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(text)) {
      throw none();
    }
    byte[] signed = Arrays.copyOf(all, length);
    if (!keys.isMarked(signed, Arrays.copyOfRange(all, length, all.length))) {
      throw none();
    }
    return signed;
  }

  private Cursor position(List<String> parts) {
    try {
      return new Cursor(
          question.list(),
          Float.parseFloat(parts.getFirst()),
          OffsetDateTime.parse(parts.get(1)),
          parts.getLast());
    } catch (IllegalArgumentException | DateTimeException e) {
      throw none();
    }
  }

  private BadUserInput none() {
    return Cursor.none(question.list());
  }
}
