package org.sightline.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the keys when their issuer falls silent, rotates or moves them. */
final class IssuerKeysTest {
  private static final Duration REMEMBERED = Duration.ofMillis(400);

  private final FakeIssuer issuer = new FakeIssuer();
  private IssuerKeys keys = keys(Duration.ofMillis(20), Duration.ofSeconds(30));

  @AfterEach
  void stop() throws IOException {
    keys.close();
    issuer.close();
  }

  @Test
  void readsTheKeysWhenTheyAreFirstNeeded() throws Exception {
    assertThat(issuer.keyReadings()).isZero();
    assertAccepted(issuer.maker().token());
    assertAccepted(issuer.maker().token());
    assertThat(issuer.keyReadings()).isOne();
  }

  @Test
  void goesOnWithKnownKeysWhileTheIssuerIsSilent() throws Exception {
    assertAccepted(issuer.maker().token());
    issuer.fallSilent();
    forget();
    assertAccepted(issuer.maker().token());
    issuer.speakAgain();
    forget();
    assertAccepted(issuer.maker().token());
    assertThat(issuer.keyReadings()).isGreaterThan(1);
  }

  @Test
  void knowsThemAtEveryMomentOfALongSilence() throws Exception {
    replaceKeys(Duration.ofMillis(390), Duration.ofSeconds(30));
    assertAccepted(issuer.maker().token());
    String token = issuer.maker().token();
    issuer.fallSilent();
    for (int i = 0; i < 400; i++) {
      assertAccepted(token);
      pause(5);
    }
  }

  @Test
  void doesNotGoOnWithThemForEver() throws Exception {
    replaceKeys(Duration.ofMillis(20), Duration.ofMillis(800));
    assertAccepted(issuer.maker().token());
    issuer.fallSilent();
    Thread.sleep(1_500);
    forget();
    assertThatExceptionOfType(KeySourceException.class)
        .isThrownBy(() -> check().claims(issuer.maker().token()));
    assertThat(keys.areKnown()).isFalse();
  }

  @Test
  void takesANewKeyAtOnceAndTheEarlierOneUntilItIsRemoved() throws Exception {
    String earlier = issuer.maker().token();
    assertAccepted(earlier);
    issuer.rotate();
    assertAccepted(issuer.maker().token());
    assertAccepted(earlier);
    issuer.removeAllKeysButTheNewest();
    forget();
    assertThatExceptionOfType(RefusedTokenException.class)
        .isThrownBy(() -> check().claims(earlier));
    assertAccepted(issuer.maker().token());
  }

  @Test
  void findsKeysThatHaveMoved() throws Exception {
    assertAccepted(issuer.maker().token());
    issuer.moveKeys();
    issuer.rotate();
    assertAccepted(issuer.maker().token());
  }

  @Test
  void readsThemTwiceAtMostHoweverManyUnknownKeysAreShown() throws Exception {
    replaceKeys(Duration.ofMillis(390), Duration.ofSeconds(30));
    assertAccepted(issuer.maker().token());
    TokenMaker stranger = new TokenMaker(TokenMaker.newKey(), issuer.issuer(), FakeIssuer.AUDIENCE);
    long start = System.nanoTime();
    for (int i = 0; i < 200; i++) {
      assertThatExceptionOfType(Exception.class)
          .isThrownBy(() -> check().claims(stranger.token()))
          .isInstanceOfAny(RefusedTokenException.class, KeySourceException.class);
    }
    long windows = 1 + (System.nanoTime() - start) / 390_000_000;
    assertThat(issuer.keyReadings()).isLessThanOrEqualTo((int) (1 + 2 * (windows + 1)));
    assertThat(keys.areKnown()).isTrue();
    assertAccepted(issuer.maker().token());
  }

  @Test
  void waitsForAnIssuerThatIsStillStartingAndSaysSoOnce() throws Exception {
    issuer.fallSilent();
    Thread later =
        Thread.ofVirtual()
            .start(
                () -> {
                  pause(700);
                  issuer.speakAgain();
                });
    List<String> said = new CopyOnWriteArrayList<>();
    keys.await(Duration.ofSeconds(20), said::add);
    later.join();
    assertThat(said).containsExactly("Waiting for Keycloak at " + issuer.issuer() + ".");
    issuer.fallSilent();
    assertAccepted(issuer.maker().token());
  }

  @Test
  void saysNothingOfAnIssuerThatIsThere() {
    List<String> said = new CopyOnWriteArrayList<>();
    keys.await(Duration.ofSeconds(20), said::add);
    assertThat(said).isEmpty();
  }

  @Test
  void givesUpInTheEnd() {
    issuer.fallSilent();
    assertThatExceptionOfType(IssuerUnavailableException.class)
        .isThrownBy(() -> keys.await(Duration.ofSeconds(1), _ -> {}))
        .withMessage(
            "Keycloak did not give the keys of %1$s within 1 seconds"
                + " (%1$s/.well-known/openid-configuration does not answer): is it running, and is"
                + " SIGHTLINE_KEYCLOAK_ISSUER right?",
            issuer.issuer());
  }

  @Test
  void doesNotWaitForAnIssuerOfAnotherName() {
    issuer.callItself("https://other.example/realm");
    assertThatExceptionOfType(IssuerUnavailableException.class)
        .isThrownBy(() -> keys.await(Duration.ofMinutes(2), _ -> {}))
        .withMessage(
            "SIGHTLINE_KEYCLOAK_ISSUER is %1$s, but %1$s/.well-known/openid-configuration names the"
                + " issuer 'https://other.example/realm': the two must be the same to the letter.",
            issuer.issuer());
  }

  @Test
  void takesNoKeysFromAnIssuerOfAnotherName() {
    issuer.callItself(issuer.issuer() + "/");
    assertThatExceptionOfType(KeySourceException.class)
        .isThrownBy(() -> check().claims(issuer.maker().token()));
  }

  private void assertAccepted(String token) throws Exception {
    assertThat(check().claims(token).getIssuer()).isEqualTo(issuer.issuer());
  }

  private TokenCheck check() {
    return new TokenCheck(
        keys.source(), issuer.issuer(), FakeIssuer.AUDIENCE, Duration.ofSeconds(5));
  }

  /** Until the keys must be read again, and have been where somebody asks meanwhile. */
  private void forget() {
    pause(REMEMBERED.toMillis() + 100);
    boolean _ = keys.areKnown();
    pause(100);
  }

  private void replaceKeys(Duration between, Duration outage) throws IOException {
    keys.close();
    keys = keys(between, outage);
  }

  private IssuerKeys keys(Duration between, Duration outage) {
    return new IssuerKeys(
        issuer.issuer(),
        new KeyTimes(REMEMBERED, Duration.ofMillis(50), Duration.ofMillis(300), between, outage));
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
