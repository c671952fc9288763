package org.sightline.access.member;

import com.fasterxml.jackson.databind.JsonNode;
import org.sightline.access.world.KeycloakWorld;
import org.sightline.tenancy.Viewer;

/** The documents that these tests send. */
record Asked(KeycloakWorld world) {
  private static final String PERSON =
      "member { id name email kind roles state invitedAt acceptedAt revokedAt clientId version }";
  private static final String ERRORS = " errors { field code message }";

  JsonNode invite(Viewer viewer, String name, String email, String roles) {
    return world.ask(viewer, inviting(name, email, roles)).path("inviteMember");
  }

  static String inviting(String name, String email, String roles) {
    return """
        mutation { inviteMember(input: {name: "%s", email: "%s", roles: [%s]}) { %s %s } }
        """
        .formatted(name, email, roles, PERSON, ERRORS);
  }

  JsonNode makeMachine(Viewer viewer, String name, String roles) {
    return world.ask(viewer, makingMachine(name, roles)).path("createMachineMember");
  }

  static String makingMachine(String name, String roles) {
    return """
        mutation { createMachineMember(input: {name: "%s", roles: [%s]}) {
          %s credentials { clientId secret tokenAddress } %s } }
        """
        .formatted(name, roles, PERSON, ERRORS);
  }

  JsonNode rotate(Viewer viewer, String id) {
    return world.ask(viewer, rotating(id)).path("rotateMachineSecret");
  }

  static String rotating(String id) {
    return """
        mutation { rotateMachineSecret(input: {id: "%s"}) {
          %s credentials { clientId secret tokenAddress } %s } }
        """
        .formatted(id, PERSON, ERRORS);
  }

  JsonNode changeRoles(Viewer viewer, String id, int version, String roles) {
    return world.ask(viewer, changingRoles(id, version, roles)).path("changeMemberRoles");
  }

  static String changingRoles(String id, int version, String roles) {
    return """
        mutation { changeMemberRoles(input: {id: "%s", version: %d, roles: [%s]}) { %s %s } }
        """
        .formatted(id, version, roles, PERSON, ERRORS);
  }

  JsonNode revoke(Viewer viewer, String id) {
    return world.ask(viewer, revoking(id)).path("revokeMember");
  }

  static String revoking(String id) {
    return "mutation { revokeMember(input: {id: \"%s\"}) { %s keycloakNotice %s } }"
        .formatted(id, PERSON, ERRORS);
  }

  JsonNode members(Viewer viewer) {
    return world
        .ask(viewer, "{ members { id name email kind roles state clientId version } }")
        .path("members");
  }

  /** The id of the viewer's colleague. */
  String id(Viewer viewer, String name) {
    for (JsonNode member : members(viewer)) {
      if (member.path("name").asText().equals(name)) {
        return member.path("id").asText();
      }
    }
    throw new AssertionError("No member is called " + name);
  }

  static String error(JsonNode payload) {
    return payload.at("/errors/0/code").asText();
  }
}
