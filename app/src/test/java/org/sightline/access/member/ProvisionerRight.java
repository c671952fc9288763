package org.sightline.access.member;

import com.fasterxml.jackson.databind.JsonNode;
import org.sightline.access.world.KeycloakWorld;

/** One more right of the provisioner, taken back when closed. */
record ProvisionerRight(KeycloakWorld world, String account, String client, String role)
    implements AutoCloseable {

  static ProvisionerRight give(KeycloakWorld world, String name) {
    String realmManagement = client(world, "realm-management");
    String provisioner = client(world, "sightline-provisioner");
    String account =
        world
            .administer("GET", "/clients/" + provisioner + "/service-account-user", "")
            .path("id")
            .asText();
    JsonNode role = world.administer("GET", "/clients/" + realmManagement + "/roles/" + name, "");
    String mappings = "/scope-mappings/clients/" + realmManagement;
    JsonNode _ = world.administer("POST", "/clients/" + provisioner + mappings, "[" + role + "]");
    ProvisionerRight right =
        new ProvisionerRight(world, account, realmManagement, "[" + role + "]");
    JsonNode _ = world.administer("POST", right.path(), right.role());
    return right;
  }

  private String path() {
    return "/users/" + account + "/role-mappings/clients/" + client;
  }

  private static String client(KeycloakWorld world, String clientId) {
    return world.administer("GET", "/clients?clientId=" + clientId, "").path(0).path("id").asText();
  }

  @Override
  public void close() {
    JsonNode _ = world.administer("DELETE", path(), role);
  }
}
