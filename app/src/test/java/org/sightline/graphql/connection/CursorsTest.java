package org.sightline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
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
      "That is no cursor of list: give the endCursor of an earlier answer, or begin again without after.";

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
        "That is no cursor of other: give the endCursor of an earlier answer, or begin again without after.");
  }

  @Test
  void isNoneOfTheSameListAskedWithOtherArguments() {
    refuses(
        cursors(KEY, null, new ListQuestion("list", "another")),
        OURS.text(CURSOR),
        "This cursor of list belongs to another question: send it with the arguments that it was given for, or begin again without after.");
  }

  @Test
  void noPartOfThePositionCanBeReadInIt() {
    Cursor told = new Cursor("list", 0.1f, CURSOR.at(), "seventeen");
    byte[] bytes = bytes(OURS.text(told));
    Instant at = told.at().toInstant();
    ByteBuffer instant = ByteBuffer.allocate(12).putLong(at.getEpochSecond()).putInt(at.getNano());

    assertThat(holds(bytes, instant.array(), 4)).isFalse();
    assertThat(holds(bytes, ByteBuffer.allocate(4).putFloat(0.1f).array(), 4)).isFalse();
    for (String part : new String[] {"list", "digest", "seventeen", told.at().toString()}) {
      assertThat(holds(bytes, part.getBytes(StandardCharsets.UTF_8), 4)).as(part).isFalse();
    }
  }

  @Test
  void theSamePositionHasTheSameCursorAndItsNeighbourAnotherThroughout() {
    byte[] one = bytes(OURS.text(CURSOR));
    byte[] later =
        bytes(OURS.text(new Cursor("list", 0.1f, CURSOR.at().plusNanos(1000), CURSOR.key())));

    assertThat(bytes(cursors(KEY, null, QUESTION).text(CURSOR))).isEqualTo(one);
    assertThat(later).hasSameSizeAs(one);
    assertThat(holds(later, Arrays.copyOfRange(one, 1, one.length), 4)).isFalse();
  }

  @Test
  void howLongItIsTellsNothingOfTheInstant() {
    Cursor onTheHour = new Cursor("list", OffsetDateTime.parse("2026-03-31T09:00:00Z"), "17|a");

    assertThat(OURS.text(onTheHour)).hasSameSizeAs(OURS.text(CURSOR));
  }

  @Test
  void noBitOfItCanBeAnother() {
    byte[] bytes = bytes(OURS.text(CURSOR));
    for (int bit = 0; bit < bytes.length * Byte.SIZE; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      refuses(OURS, encoded(changed), NONE);
    }
    refuses(OURS, encoded(Arrays.copyOf(bytes, bytes.length - 1)), NONE);
    refuses(OURS, encoded(Arrays.copyOf(bytes, bytes.length + 1)), NONE);
  }

  @Test
  void oneOfAnotherVersionIsNoneThoughItIsSealedHere() {
    byte other = Cursors.VERSION + 1;
    byte[] plain =
        OURS.keys().opened(Cursors.VERSION, behind(bytes(OURS.text(CURSOR)))).orElseThrow();

    refuses(OURS, written(other, OURS.keys().sealed(other, plain)), NONE);
    refuses(OURS, written(Cursors.VERSION, OURS.keys().sealed(other, plain)), NONE);
    assertThat(OURS.read(written(Cursors.VERSION, OURS.keys().sealed(Cursors.VERSION, plain))))
        .isEqualTo(CURSOR);
  }

  @Test
  void whatIsSealedHereAndHasNoPositionIsNone() {
    byte[] never = ByteBuffer.allocate(32).putFloat(0).putLong(Long.MAX_VALUE).putInt(0).array();
    byte[] place = "list|digest|1".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(place, 0, never, 16, place.length);

    for (byte[] plain : new byte[][] {{}, new byte[15], new byte[16], new byte[40], never}) {
      refuses(OURS, written(Cursors.VERSION, OURS.keys().sealed(Cursors.VERSION, plain)), NONE);
    }
  }

  @Test
  void oneThatIsTooLongIsNotEvenLookedAt() {
    Cursor longest = new Cursor("list", CURSOR.at(), "x".repeat(690));
    Cursor tooLong = new Cursor("list", CURSOR.at(), "x".repeat(700));

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
  void theKeyBeforeIsTakenWhileTheKeyIsChangedAndSealsNothing() {
    Cursors changing = cursors(OTHER_KEY, KEY, QUESTION);
    Cursors changed = cursors(OTHER_KEY, null, QUESTION);

    assertThat(changing.read(OURS.text(CURSOR))).isEqualTo(CURSOR);
    assertThat(changed.read(changing.text(CURSOR))).isEqualTo(CURSOR);
    refuses(changed, OURS.text(CURSOR), NONE);
    refuses(OURS, changing.text(CURSOR), NONE);
  }

  @Test
  void inThreeStepsTheKeyIsChangedWithoutAnyRefusal() {
    List<Cursors> steps =
        List.of(
            OURS,
            cursors(KEY, OTHER_KEY, QUESTION),
            cursors(OTHER_KEY, KEY, QUESTION),
            cursors(OTHER_KEY, null, QUESTION));

    for (int step = 1; step < steps.size(); step++) {
      Cursors notYet = steps.get(step - 1);
      Cursors already = steps.get(step);
      assertThat(notYet.read(already.text(CURSOR))).isEqualTo(CURSOR);
      assertThat(already.read(notYet.text(CURSOR))).isEqualTo(CURSOR);
    }
  }

  @Test
  void withoutAKeyEachProcessHasItsOwn() {
    Cursors one = cursors(null, null, QUESTION);
    Cursors other = cursors(" ", null, QUESTION);

    assertThat(one.read(one.text(CURSOR))).isEqualTo(CURSOR);
    refuses(other, one.text(CURSOR), NONE);
  }

  /** Whether some bytes hold so many on end of others. */
  private static boolean holds(byte[] bytes, byte[] others, int onEnd) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    String searched = new String(others, StandardCharsets.ISO_8859_1);
    return IntStream.rangeClosed(0, searched.length() - onEnd)
        .anyMatch(start -> text.contains(searched.substring(start, start + onEnd)));
  }

  private static byte[] bytes(String text) {
    return Base64.getUrlDecoder().decode(text);
  }

  private static byte[] behind(byte[] bytes) {
    return Arrays.copyOfRange(bytes, 1, bytes.length);
  }

  private static String written(byte version, byte[] sealed) {
    return encoded(ByteBuffer.allocate(1 + sealed.length).put(version).put(sealed).array());
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
