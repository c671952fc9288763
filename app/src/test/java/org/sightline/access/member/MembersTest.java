package org.sightline.access.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sightline.access.world.KeycloakWorld.DFE_OWNER;
import static org.sightline.access.world.KeycloakWorld.HULL_ANALYST;
import static org.sightline.access.world.KeycloakWorld.HULL_OWNER;
import static org.sightline.access.world.KeycloakWorld.OPERATOR;
import static org.sightline.access.world.KeycloakWorld.YORK_OWNER;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.access.world.KeycloakWorld;
import org.sightline.tenancy.Viewer;

/** Who sees and changes which members, on an installation that changes nothing in Keycloak. */
final class MembersTest {
  private KeycloakWorld world;
  private Asked asked;

  @BeforeEach
  void start() {
    world = KeycloakWorld.withoutProvisioner();
    asked = new Asked(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void colleaguesSeeOneAnother() {
    assertThat(asked.members(HULL_ANALYST).findValuesAsText("name"))
        .containsExactly("hull-analyst", "hull-owner");
    assertThat(asked.members(HULL_ANALYST).findValuesAsText("email"))
        .contains("hull-owner@e06000010.example");
    assertThat(asked.members(YORK_OWNER).findValuesAsText("name")).containsExactly("york-owner");
    assertThat(code(world.answer(Viewer.ANONYMOUS, "{ members { name } }"))).isEqualTo("FORBIDDEN");
  }

  @Test
  void aMemberOfAnotherOrganisationIsNobody() {
    String id = asked.id(YORK_OWNER, "york-owner");
    String node = "{ node(id: \"%s\") { id ... on Member { name email } } }".formatted(id);
    assertThat(world.ask(HULL_OWNER, node).path("node").isNull()).isTrue();
    assertThat(world.ask(YORK_OWNER, node).at("/node/email").asText())
        .isEqualTo("york-owner@e06000014.example");
    assertThat(Asked.error(asked.revoke(HULL_OWNER, id))).isEqualTo("NOT_FOUND");
    assertThat(Asked.error(asked.changeRoles(HULL_OWNER, id, 0, "ANALYST"))).isEqualTo("NOT_FOUND");
    assertThat(Asked.error(asked.revoke(HULL_OWNER, "no id"))).isEqualTo("NOT_FOUND");
  }

  @Test
  void anAdviserIsKnownToDataOwnersByNameOnly() {
    String id = asked.id(DFE_OWNER, "dfe-owner");
    assertThat(asked.changeRoles(DFE_OWNER, id, 0, "ANALYST, DATA_OWNER, ADVISER").path("errors"))
        .isEmpty();
    String node = "{ node(id: \"%s\") { ... on Member { name email clientId } } }".formatted(id);
    assertThat(world.ask(HULL_OWNER, node).path("node").toString())
        .isEqualTo("{\"name\":\"dfe-owner\",\"email\":null,\"clientId\":null}");
    assertThat(world.ask(HULL_ANALYST, node).path("node").isNull()).isTrue();
  }

  @Test
  void onlyDataOwnersChangeAnything() {
    String id = asked.id(HULL_OWNER, "hull-analyst");
    List<String> changes =
        List.of(
            Asked.inviting("Some Body", "some@body.example", "ANALYST"),
            Asked.makingMachine("Tool", "ANALYST"),
            Asked.rotating(id),
            Asked.changingRoles(id, 0, "DATA_OWNER"),
            Asked.revoking(id));
    for (String change : changes) {
      for (Viewer viewer : List.of(HULL_ANALYST, OPERATOR, Viewer.ANONYMOUS)) {
        JsonNode answer = world.answer(viewer, change);
        assertThat(code(answer)).as("%s: %s", viewer, change).isEqualTo("FORBIDDEN");
        assertThat(answer.path("data").isNull()).isTrue();
      }
    }
    assertThat(asked.members(HULL_OWNER)).hasSize(2);
  }

  @Test
  void rolesChangeForTheVersionThatWasRead() {
    String id = asked.id(HULL_OWNER, "hull-analyst");
    JsonNode changed = asked.changeRoles(HULL_OWNER, id, 0, "CONTRIBUTOR, ANALYST");
    assertThat(changed.at("/member/roles").toString()).isEqualTo("[\"ANALYST\",\"CONTRIBUTOR\"]");
    assertThat(changed.at("/member/version").asInt()).isEqualTo(1);
    assertThat(Asked.error(asked.changeRoles(HULL_OWNER, id, 0, "ANALYST")))
        .isEqualTo("CHANGED_MEANWHILE");
    assertThat(Asked.error(asked.changeRoles(HULL_OWNER, id, 1, "ADVISER")))
        .isEqualTo("NOT_ALLOWED");
    assertThat(Asked.error(asked.changeRoles(HULL_OWNER, id, 1, ""))).isEqualTo("EMPTY");
    assertThat(world.texts("SELECT roles FROM member WHERE name = 'hull-analyst'"))
        .containsExactly("{analyst,contributor}");
  }

  @Test
  void theLastActiveDataOwnerStays() {
    String owner = asked.id(HULL_OWNER, "hull-owner");
    String analyst = asked.id(HULL_OWNER, "hull-analyst");
    assertThat(Asked.error(asked.revoke(HULL_OWNER, owner))).isEqualTo("LAST_DATA_OWNER");
    assertThat(Asked.error(asked.changeRoles(HULL_OWNER, owner, 0, "ANALYST")))
        .isEqualTo("LAST_DATA_OWNER");
    assertThat(asked.changeRoles(HULL_OWNER, analyst, 0, "DATA_OWNER").path("errors")).isEmpty();
    JsonNode gone = asked.revoke(HULL_OWNER, owner);
    assertThat(gone.at("/member/state").asText()).isEqualTo("REVOKED");
    assertThat(world.answer(HULL_OWNER, "{ members { name } }").path("data").isMissingNode())
        .isTrue();
    assertThat(asked.members(HULL_ANALYST).findValuesAsText("state"))
        .containsExactly("ACTIVE", "REVOKED");
    assertThat(Asked.error(asked.changeRoles(HULL_ANALYST, owner, 1, "ANALYST")))
        .isEqualTo("REVOKED");
  }

  @Test
  void twoDataOwnersCannotRevokeOneAnother() throws Exception {
    String owner = asked.id(HULL_OWNER, "hull-owner");
    String analyst = asked.id(HULL_OWNER, "hull-analyst");
    assertThat(asked.changeRoles(HULL_OWNER, analyst, 0, "DATA_OWNER").path("errors")).isEmpty();
    Thread one = Thread.ofVirtual().start(() -> world.answer(HULL_OWNER, Asked.revoking(analyst)));
    Thread two = Thread.ofVirtual().start(() -> world.answer(HULL_ANALYST, Asked.revoking(owner)));
    one.join();
    two.join();
    assertThat(
            world.texts(
                "SELECT name FROM member WHERE name IN ('hull-owner', 'hull-analyst') AND revoked_at IS NULL"))
        .hasSize(1);
  }

  @Test
  void saysWhenNothingMayBeChangedInKeycloak() {
    assertThat(Asked.error(asked.invite(HULL_OWNER, "Some Body", "some@body.example", "ANALYST")))
        .isEqualTo("NO_PROVISIONER");
    JsonNode machine = asked.makeMachine(HULL_OWNER, "Tool", "ANALYST");
    assertThat(machine.at("/errors/0/message").asText())
        .contains("SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_ID");
    JsonNode revoked = asked.revoke(HULL_OWNER, asked.id(HULL_OWNER, "hull-analyst"));
    assertThat(revoked.at("/member/state").asText()).isEqualTo("REVOKED");
    assertThat(revoked.path("keycloakNotice").asText())
        .contains("SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_ID");
  }

  private static String code(JsonNode answer) {
    return answer.at("/errors/0/extensions/code").asText();
  }
}
