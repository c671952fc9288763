package org.sightline.access.token;

import java.util.Map;

/** A sign-in service for tests of other rooms: rightly signed tokens for any subject. */
public final class TestIssuer implements AutoCloseable {
  private final FakeIssuer issuer = new FakeIssuer();

  /** What lets Sightline take its tokens. */
  public Map<String, Object> settings() {
    return Map.of("sightline.keycloak.issuer", issuer.issuer());
  }

  /** A good token of a subject. */
  public String token(String subject) {
    TokenMaker maker = issuer.maker();
    return maker.token(maker.claims().subject(subject).build());
  }

  @Override
  public void close() {
    issuer.close();
  }
}
