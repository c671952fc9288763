package org.sightline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.BadUserInput;

/** What a cursor keeps, and what is none. */
class CursorsTest {
  private static final String KEY = "a secret of thirty-two characters";
  private static final String OTHER_KEY = "another secret of enough characters";
  private static final String NONE =
      "That is no cursor of list: give the endCursor of an earlier answer.";

  private static final ListQuestion QUESTION = new ListQuestion("list", "digest");
  private static final Cursors OURS = cursors(KEY, null, QUESTION);
  private static final Cursor CURSOR =
      new Cursor("list", 0.1f, OffsetDateTime.parse("2026-03-31T09:30:00.123456Z"), "17|a");

  @Test
  void keepsTheInstantToTheMicrosecondTheRankToTheLastBitAndTheKey() {
    String text = OURS.text(CURSOR);

    assertThat(OURS.read(text)).isEqualTo(CURSOR);
    assertThat(text).matches("[A-Za-z0-9_-]{60,200}");
  }

  @Test
  void isNoneOfAnotherList() {
    refuses(
        cursors(KEY, null, new ListQuestion("other", "digest")),
        OURS.text(CURSOR),
        "That is no cursor of other: give the endCursor of an earlier answer.");
  }

  @Test
  void isNoneOfTheSameListAskedWithOtherArguments() {
    refuses(
        cursors(KEY, null, new ListQuestion("list", "another")),
        OURS.text(CURSOR),
        "This cursor of list belongs to another question: send it with the arguments that it was given for, or begin again without after.");
  }

  @Test
  void noByteOfItCanBeAnother() {
    byte[] bytes = Base64.getUrlDecoder().decode(OURS.text(CURSOR));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      refuses(OURS, encoded(changed), NONE);
    }
    refuses(OURS, encoded(Arrays.copyOf(bytes, bytes.length - 1)), NONE);
    refuses(OURS, encoded(Arrays.copyOf(bytes, bytes.length + 1)), NONE);
  }

  @Test
  void oneOfAnotherVersionIsNoneThoughItIsSignedHere() {
    byte[] bytes = Base64.getUrlDecoder().decode(OURS.text(CURSOR));
    byte[] signed = Arrays.copyOf(bytes, bytes.length - CursorKeys.MARK_BYTES);
    signed[0] = Cursors.VERSION + 1;

    refuses(OURS, encoded(withMark(signed)), NONE);
  }

  @Test
  void whatIsSignedHereAndHasNoPositionIsNone() {
    for (String place : new String[] {"", "list|digest|0.0|x", "list|digest|0.0|yesterday|1"}) {
      byte[] plain = (" " + place).getBytes(StandardCharsets.UTF_8);
      plain[0] = Cursors.VERSION;
      refuses(OURS, encoded(withMark(plain)), NONE);
    }
  }

  @Test
  void oneThatIsTooLongIsNotEvenLookedAt() {
    Cursor longest = new Cursor("list", CURSOR.at(), "x".repeat(286));
    Cursor tooLong = new Cursor("list", CURSOR.at(), "x".repeat(400));

    assertThat(OURS.text(longest).length()).isLessThanOrEqualTo(Cursors.LONGEST);
    assertThat(OURS.read(OURS.text(longest))).isEqualTo(longest);
    assertThat(OURS.text(tooLong).length()).isGreaterThan(Cursors.LONGEST);
    refuses(OURS, OURS.text(tooLong), NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "not base64!", "AAAA", "AQ=="})
  void whatNobodyWasGivenIsNone(String text) {
    refuses(OURS, text, NONE);
  }

  @Test
  void theKeyBeforeIsTakenWhileTheKeyIsChangedAndSignsNothing() {
    Cursors changing = cursors(OTHER_KEY, KEY, QUESTION);
    Cursors changed = cursors(OTHER_KEY, null, QUESTION);

    assertThat(changing.read(OURS.text(CURSOR))).isEqualTo(CURSOR);
    assertThat(changed.read(changing.text(CURSOR))).isEqualTo(CURSOR);
    refuses(changed, OURS.text(CURSOR), NONE);
    refuses(OURS, changing.text(CURSOR), NONE);
  }

  @Test
  void withoutAKeyEachProcessHasItsOwn() {
    Cursors one = cursors(null, null, QUESTION);
    Cursors other = cursors(" ", null, QUESTION);

    assertThat(one.read(one.text(CURSOR))).isEqualTo(CURSOR);
    refuses(other, one.text(CURSOR), NONE);
  }

  private static byte[] withMark(byte[] signed) {
    byte[] all = Arrays.copyOf(signed, signed.length + CursorKeys.MARK_BYTES);
    System.arraycopy(OURS.keys().mark(signed), 0, all, signed.length, CursorKeys.MARK_BYTES);
    return all;
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Cursors cursors(
      @Nullable String key, @Nullable String before, ListQuestion question) {
    return new Cursors(new CursorKeys(key, before), question);
  }

  private static void refuses(Cursors cursors, String text, String sentence) {
    assertThatExceptionOfType(BadUserInput.class)
        .isThrownBy(() -> cursors.read(text))
        .withMessage(sentence)
        .satisfies(refusal -> assertThat(refusal.argument()).isEqualTo("after"));
  }
}
