package org.sightline.access.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.sightline.local.TestKeycloak;

/** A real Keycloak that Sightline may change, and whose e-mails are caught. */
public final class MailedKeycloak implements AutoCloseable {
  private final TestKeycloak keycloak = TestKeycloak.shared();
  private final Web web = new Web(keycloak.baseUrl(), "sightline");
  private final Mailbox mailbox = new Mailbox();

  public MailedKeycloak() {
    JsonNode _ = administer("PUT", "", "{\"smtpServer\": %s}".formatted(mailbox.settings()));
  }

  /** Such as {@code http://127.0.0.1:34567}. */
  String baseUrl() {
    return keycloak.baseUrl();
  }

  /** The settings by which Sightline takes its tokens and changes it. */
  public Map<String, Object> settings() {
    return Map.of(
        "sightline.keycloak.issuer", keycloak.issuer(),
        "sightline.keycloak.provisioner.client-id", keycloak.provisionerClientId(),
        "sightline.keycloak.provisioner.client-secret", keycloak.provisionerSecret());
  }

  /** Does something to the realm as its administrator. */
  public JsonNode administer(String method, String path, String json) {
    return web.send(
        method,
        keycloak.baseUrl() + "/admin/realms/sightline" + path,
        keycloak.adminToken(),
        "application/json",
        json);
  }

  /** What browsers and programs do. */
  public Web web() {
    return web;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  @Override
  public void close() {
    mailbox.close();
    web.close();
  }
}
