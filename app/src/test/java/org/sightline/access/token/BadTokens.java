package org.sightline.access.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.PlainHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tokens that are wrong in one thing only: all else is as Keycloak makes it.
 *
 * @param realm makes good tokens, by a key that the realm itself publishes
 * @param stranger makes tokens by a key that it does not, of the same issuer
 * @param strangersKeys where a caller would find the stranger's keys
 */
record BadTokens(TokenMaker realm, TokenMaker stranger, URI strangersKeys) {

  Map<String, String> all() {
    Map<String, String> tokens = new LinkedHashMap<>();
    addClaims(tokens);
    addKeys(tokens);
    addAlgorithms(tokens);
    addTexts(tokens);
    return tokens;
  }

  private void addClaims(Map<String, String> tokens) {
    Instant now = Instant.now();
    Date past = Date.from(now.minusSeconds(10));
    Date future = Date.from(now.plusSeconds(120));
    tokens.put("expired ten seconds ago", with(realm.claims().expirationTime(past)));
    tokens.put("not valid for two minutes", with(realm.claims().notBeforeTime(future)));
    tokens.put("issuer with a slash", with(realm.claims().issuer(realm.issuer() + "/")));
    tokens.put("issuer of another host", with(realm.claims().issuer("https://other.example")));
    tokens.put("no issuer", with(realm.claims().issuer(null)));
    tokens.put("another audience", with(realm.claims().audience("account")));
    tokens.put("no audience", with(realm.claims().audience((String) null)));
    for (String required : List.of("sub", "iat", "exp", "azp")) {
      tokens.put("no " + required, with(realm.claims().claim(required, null)));
    }
    tokens.put("exp that is null", nullClaim("exp"));
    tokens.put("sub that is null", nullClaim("sub"));
    tokens.put("blank sub", with(realm.claims().subject(" ")));
    tokens.put("sub of nobody", with(realm.claims().subject("anonymous")));
    tokens.put("sub with a zero byte", with(realm.claims().subject("a\0b")));
    tokens.put(
        "two organisations",
        with(realm.claims().claim("organization", List.of("e06000010", "e06000019"))));
  }

  private void addKeys(Map<String, String> tokens) {
    JWTClaimsSet claims = realm.claims().build();
    RSAKey theirs = stranger.key().toPublicJWK();
    tokens.put("unknown kid", stranger.token(claims));
    tokens.put("the realm's kid, signed by another", strangers(realm.header(), claims));
    tokens.put("no kid, signed by another", strangers(stranger.header().keyID(null), claims));
    tokens.put("embedded jwk", strangers(stranger.header().jwk(theirs), claims));
    tokens.put(
        "embedded jwk without kid", strangers(stranger.header().jwk(theirs).keyID(null), claims));
    tokens.put("jku", strangers(stranger.header().jwkURL(strangersKeys), claims));
    tokens.put("x5u", strangers(stranger.header().x509CertURL(strangersKeys), claims));
  }

  private void addAlgorithms(Map<String, String> tokens) {
    JWTClaimsSet claims = realm.claims().build();
    String good = realm.token(claims);
    String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    tokens.put("alg none", plain(claims));
    tokens.put("alg none with a signature", plain(claims) + good.substring(unsigned.length()));
    tokens.put("no signature", unsigned);
    tokens.put("HS256 with the public key as PEM", hs256(publicPem(), claims));
    tokens.put("HS256 with the public key as DER", hs256(publicDer(), claims));
    tokens.put(
        "HS256 with the public key as JWK",
        hs256(realm.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8), claims));
    tokens.put("RS512 by the realm's key", other(JWSAlgorithm.RS512, claims));
    tokens.put("PS256 by the realm's key", other(JWSAlgorithm.PS256, claims));
    tokens.put("type JWT", realm.token(realm.header().type(JOSEObjectType.JWT).build(), claims));
    tokens.put("no type", realm.token(realm.header().type(null).build(), claims));
    tokens.put(
        "a part that must be understood",
        realm.token(
            realm.header().criticalParams(Set.of("exotic")).customParam("exotic", 1).build(),
            claims));
  }

  private void addTexts(Map<String, String> tokens) {
    String good = realm.token();
    tokens.put("nothing", "");
    tokens.put("no token", "hull-analyst");
    tokens.put("three words", "a.b.c");
    tokens.put("five words", "a.b.c.d.e");
    tokens.put("cut short", good.substring(0, good.length() - 10));
    tokens.put("twice", good + "," + good);
    tokens.put("something behind it", good + " x");
    tokens.put("very long", "a".repeat(6_000) + "." + "b".repeat(500) + ".c");
    tokens.put("deeply nested", encoded("{\"alg\":" + "[".repeat(2_000)) + ".e30.e30");
  }

  /** The same token with another subject and the old signature. */
  static String tampered(String token, String subject) {
    String[] parts = token.split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    String changed = payload.replaceFirst("\"sub\":\"[^\"]*\"", "\"sub\":\"" + subject + "\"");
    if (changed.equals(payload)) {
      throw new AssertionError("The token has no subject to change.");
    }
    return parts[0] + "." + encoded(changed) + "." + parts[2];
  }

  private String with(JWTClaimsSet.Builder claims) {
    return realm.token(claims.build());
  }

  private String nullClaim(String name) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder(realm.claims().build())
            .claim(name, null)
            .serializeNullClaims(true)
            .build();
    return realm.token(claims);
  }

  private String strangers(JWSHeader.Builder header, JWTClaimsSet claims) {
    return stranger.token(header.build(), claims);
  }

  private String other(JWSAlgorithm algorithm, JWTClaimsSet claims) {
    return realm.token(
        new JWSHeader.Builder(algorithm)
            .type(TokenMaker.ACCESS_TOKEN)
            .keyID(realm.key().getKeyID())
            .build(),
        claims);
  }

  private static String plain(JWTClaimsSet claims) {
    return new PlainJWT(new PlainHeader.Builder().type(TokenMaker.ACCESS_TOKEN).build(), claims)
        .serialize();
  }

  private String hs256(byte[] secret, JWTClaimsSet claims) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.HS256)
              .type(TokenMaker.ACCESS_TOKEN)
              .keyID(realm.key().getKeyID())
              .build();
      SignedJWT token = new SignedJWT(header, claims);
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] publicDer() {
    try {
      return realm.key().toPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private byte[] publicPem() {
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(publicDer())
            + "\n-----END PUBLIC KEY-----\n";
    return pem.getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
