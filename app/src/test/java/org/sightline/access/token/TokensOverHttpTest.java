package org.sightline.access.token;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.access.token.SignInServer.Reply;
import org.sightline.local.TestKeycloak;
import org.sightline.local.Tokens;
import org.slf4j.LoggerFactory;

/** Tokens of a real Keycloak, good and bad, as Sightline meets them over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokensOverHttpTest {
  private static final String REALM = "sightline";
  private static final String OTHER_REALM = "not-sightline";
  private static final String REFUSAL =
      "{\"errors\":[{\"message\":\"The access token is not accepted: get a new one from the sign-in"
          + " service.\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}";

  private final TestKeycloak keycloak = TestKeycloak.shared();
  private final KeycloakAdministration administration = new KeycloakAdministration(keycloak);
  private final List<String> added = new ArrayList<>();
  private final FakeIssuer strangersHost = new FakeIssuer();
  private SignInServer server;
  private TokenMaker maker;
  private String shortLived;
  private Instant shortLivedSince;

  @BeforeAll
  void start() {
    server = new SignInServer(keycloak.issuer());
    RSAKey key = TokenMaker.newKey();
    added.add(administration.addKey(REALM, key, 1));
    maker = maker(administration.published(REALM, key));
    Map<String, String> attributes = new HashMap<>(KeycloakAdministration.ACCESS_TOKEN_TYPE);
    attributes.put("access.token.lifespan", "1");
    add(
        "short-lived",
        Map.of(
            "attributes", attributes, "protocolMappers", List.of(KeycloakAdministration.AUDIENCE)));
    add("of-no-audience", Map.of("attributes", KeycloakAdministration.ACCESS_TOKEN_TYPE));
    add("of-no-type", Map.of("protocolMappers", List.of(KeycloakAdministration.AUDIENCE)));
    add(
        "of-no-subject",
        Map.of(
            "attributes",
            KeycloakAdministration.ACCESS_TOKEN_TYPE,
            "directAccessGrantsEnabled",
            true,
            // Without the scope "basic", which Keycloak's tokens have their subject from.
            "defaultClientScopes",
            List.of("email"),
            "protocolMappers",
            List.of(KeycloakAdministration.AUDIENCE)));
    administration.addRealm(OTHER_REALM);
    shortLived = machineToken(keycloak.issuer(), "short-lived");
    shortLivedSince = Instant.now();
  }

  @AfterAll
  void stop() {
    added.forEach(administration::remove);
    administration.removeRealm(OTHER_REALM);
    administration.close();
    strangersHost.close();
    server.close();
  }

  @Test
  void takesTheTokenOfAPerson() {
    assertAccepted(keycloak.token("hull-analyst"));
  }

  @Test
  void takesTheTokenOfAPersonWhoNamesTheirOrganisation() {
    assertAccepted(keycloak.tokens("hull-analyst", "organization:e06000010").access());
  }

  @Test
  void takesTheTokenOfAMachine() {
    assertAccepted(keycloak.machineToken("hull-power-bi", "demonstration-machine"));
  }

  @Test
  void takesTheSchemeInAnyCase() {
    assertThat(server.ask("bEARER  " + keycloak.token("hull-analyst")).status()).isEqualTo(200);
  }

  /** Without this the refusals below could be for another reason than theirs. */
  @Test
  void takesATokenMadeHereByAKeyOfTheRealm() {
    assertAccepted(maker.token());
  }

  @Test
  void allowsForClocksThatDiffer() {
    Instant now = Instant.now();
    assertAccepted(
        maker.token(
            maker
                .claims()
                .expirationTime(Date.from(now.minusSeconds(2)))
                .notBeforeTime(Date.from(now.plusSeconds(4)))
                .build()));
  }

  @Test
  void refusesWhatKeycloakIssuesForAnythingElse() throws Exception {
    Map<String, String> tokens = new LinkedHashMap<>();
    Tokens good = keycloak.tokens("hull-analyst");
    tokens.put("an ID token", good.id());
    tokens.put("a refresh token", good.refresh());
    tokens.put("another audience", machineToken(keycloak.issuer(), "of-no-audience"));
    tokens.put("type JWT", machineToken(keycloak.issuer(), "of-no-type"));
    tokens.put(
        "no subject",
        KeycloakAdministration.personToken(keycloak.issuer(), "hull-analyst", "of-no-subject"));
    tokens.put("the administrator's", keycloak.adminToken());
    // Keycloak names itself as it is addressed; the key is the same.
    String elsewhere = keycloak.issuer().replace("127.0.0.1", "localhost");
    assertThat(elsewhere).isNotEqualTo(keycloak.issuer());
    tokens.put(
        "another issuer, the same key",
        machineToken(elsewhere, "hull-power-bi", "demonstration-machine"));
    tokens.put("another realm", tokenOfAnotherRealm());
    tokens.put(
        "somebody else's subject",
        BadTokens.tampered(good.access(), "00000000-0000-4000-8000-000000000004"));
    Thread.sleep(Math.max(0, 7_500 - shortLivedSince.until(Instant.now()).toMillis()));
    tokens.put("expired", shortLived);
    tokens.forEach(this::assertRefused);
  }

  @Test
  void refusesTokensThatAreWrongInOneThing() {
    TokenMaker stranger = maker(strangersHost.maker().key());
    URI strangersKeys = URI.create(strangersHost.issuer().replaceFirst("/realm$", "/keys"));
    Map<String, String> tokens = new BadTokens(maker, stranger, strangersKeys).all();
    assertThat(tokens).hasSizeGreaterThan(40);
    tokens.forEach(this::assertRefused);
    assertThat(strangersHost.keyReadings())
        .as("nobody may be told by a token where to read keys")
        .isZero();
    assertAccepted(maker.token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic aHVsbDpkZW1v", "Negotiate abc", "Bearerabc", "\"Bearer abc\"", ""})
  void refusesCredentialsOfAnotherKind(String credentials) {
    assertOtherwiseRefused(server.ask(credentials));
  }

  @Test
  void refusesTwoHeaders() {
    String token = "Bearer " + keycloak.token("hull-analyst");
    assertOtherwiseRefused(server.ask(token, token));
    assertOtherwiseRefused(server.ask(token, "Basic aHVsbDpkZW1v"));
  }

  @Test
  void looksAtTheTokenBeforeTheQuestion() {
    Reply reply = server.get("?query=%7B", "Bearer abc");
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo(REFUSAL);
    assertThat(server.get("?query=%7B").status()).isNotEqualTo(401);
  }

  @Test
  void takesNoTokenFromTheAddress() {
    Reply reply = server.get("?query=%7B__typename%7D&access_token=abc");
    assertThat(reply.status()).isEqualTo(200);
  }

  @Test
  void saysTheReasonInTheLogWithoutTheToken() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(TokenSignIn.class);
    log.start();
    logger.addAppender(log);
    try {
      String token = keycloak.tokens("hull-analyst").id();
      assertRefused("an ID token", token);
      assertThat(log.list).hasSize(1);
      String said = log.list.getFirst().getFormattedMessage();
      assertThat(said).startsWith("A token is refused: ").contains("typ");
      for (String part : token.split("\\.", -1)) {
        assertThat(said).doesNotContain(part);
      }
      assertThat(log.list.getFirst().getMDCPropertyMap()).containsKey("request_id");
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void takesANewKeyAtOnceAndTheEarlierOneUntilItIsRemoved() throws Exception {
    // Unknown keys of earlier tests have used up what may be read in a second.
    Thread.sleep(1_100);
    String first = administration.addKey(REALM, TokenMaker.newKey(), 150);
    String earlier = keycloak.token("hull-analyst");
    assertAccepted(earlier);
    String second = administration.addKey(REALM, TokenMaker.newKey(), 160);
    String later = keycloak.token("hull-analyst");
    assertThat(kid(later)).isNotEqualTo(kid(earlier));
    assertAccepted(later);
    assertAccepted(earlier);
    administration.remove(first);
    readKeysAgain();
    assertRefused("a key that was removed", earlier);
    assertAccepted(later);
    administration.remove(second);
    assertAccepted(keycloak.token("hull-analyst"));
  }

  /** An unknown key makes Sightline read them, unless it has just been done. */
  private void readKeysAgain() throws InterruptedException {
    Thread.sleep(1_100);
    assertRefused("unknown key", maker(TokenMaker.newKey()).token());
  }

  private void assertAccepted(String token) {
    Reply reply = server.askWith(token);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.body()).contains("\"indicators\":[{").doesNotContain("errors");
    assertThat(reply.statements()).isPositive();
  }

  private void assertRefused(String what, String token) {
    Reply reply = server.askWith(token);
    assertThat(reply.status()).as(what).isEqualTo(401);
    assertThat(reply.body()).as(what).isEqualTo(REFUSAL);
    assertThat(reply.statements()).as(what).isZero();
    assertThat(reply.headers().get("www-authenticate"))
        .as(what)
        .isEqualTo("Bearer realm=\"sightline\", error=\"invalid_token\"");
  }

  private static void assertOtherwiseRefused(Reply reply) {
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body())
        .contains("one Authorization header of the scheme Bearer", "UNAUTHENTICATED");
    assertThat(reply.statements()).isZero();
    assertThat(reply.headers().get("www-authenticate")).isEqualTo("Bearer realm=\"sightline\"");
  }

  private String tokenOfAnotherRealm() {
    String other = keycloak.baseUrl() + "/realms/" + OTHER_REALM;
    administration.addMachine(
        OTHER_REALM,
        "hull-power-bi",
        Map.of(
            "attributes",
            KeycloakAdministration.ACCESS_TOKEN_TYPE,
            "protocolMappers",
            List.of(KeycloakAdministration.NAMED_AUDIENCE)));
    return machineToken(other, "hull-power-bi");
  }

  private void add(String name, Map<String, Object> more) {
    added.add(administration.addMachine(REALM, name, more));
  }

  private static String machineToken(String issuer, String name) {
    return KeycloakAdministration.machineToken(issuer, name, name);
  }

  private static String machineToken(String issuer, String name, String secret) {
    return KeycloakAdministration.machineToken(issuer, name, secret);
  }

  private TokenMaker maker(RSAKey key) {
    return new TokenMaker(key, keycloak.issuer(), keycloak.audience());
  }

  private static String kid(String token) throws ParseException {
    return SignedJWT.parse(token).getHeader().getKeyID();
  }
}
