package org.sightline.access.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's organisations, by which people are enrolled. Those that Sightline has made carry the
 * organisation's code in an attribute; an earlier one with the alias is used, and never deleted.
 *
 * <p>Every method throws {@link KeycloakFailure} when Keycloak does not do its part.
 */
@Singleton
public final class KeycloakOrganisations {
  private static final String PATH = "/organizations";
  private static final String MADE_FOR = "sightline";
  private static final int PAGE = 100;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  private final AdminRequests requests;

  KeycloakOrganisations(AdminRequests requests) {
    this.requests = requests;
  }

  /**
   * The id of the organisation with an alias; made where there is none.
   *
   * @param code the alias
   * @param onsCode of a council, null for others
   */
  public String require(String code, String name, @Nullable String onsCode) {
    Optional<String> made = made(code);
    if (made.isPresent()) {
      return made.get();
    }
    Map<String, List<String>> attributes = new HashMap<>();
    attributes.put(MADE_FOR, List.of(code));
    if (onsCode != null) {
      attributes.put("gss", List.of(onsCode));
    }
    Reply reply =
        requests
            .postJson(PATH, Map.of("name", name, "alias", code, "attributes", attributes))
            .accept(CONFLICT);
    if (reply.status() != CONFLICT) {
      return reply.madeId();
    }
    return withAlias(code).orElseThrow(() -> KeycloakFailure.refused(CONFLICT, reply.reason()));
  }

  /** The id of the organisation that Sightline has made for a code. */
  public Optional<String> made(String code) {
    JsonNode found =
        requests.get(PATH, Map.of("q", MADE_FOR + ":" + code, "max", "1")).accept().body();
    return id(found.path(0));
  }

  /** The id of the organisation with an alias. Keycloak does not search for one. */
  public Optional<String> withAlias(String code) {
    for (int first = 0; ; first += PAGE) {
      JsonNode page =
          requests
              .get(PATH, Map.of("first", String.valueOf(first), "max", String.valueOf(PAGE)))
              .accept()
              .body();
      for (JsonNode organisation : page) {
        if (organisation.path("alias").asText().equals(code)) {
          return id(organisation);
        }
      }
      if (page.size() < PAGE) {
        return Optional.empty();
      }
    }
  }

  /** Removes an organisation; one that is gone stays so. */
  public void delete(String id) {
    Reply _ = requests.delete(PATH + "/" + id).accept(NOT_FOUND);
  }

  /**
   * Sends somebody an invitation by e-mail; one that is open, or has ended, is sent again. Nothing
   * is sent to somebody who has joined already.
   */
  public void invite(String id, String name, String email) {
    Optional<String> earlier = invitation(id, email);
    if (earlier.isPresent()) {
      Reply _ = requests.post(earlier.get() + "/resend").accept();
      return;
    }
    int blank = name.lastIndexOf(' ');
    Map<String, String> form =
        Map.of(
            "email",
            email,
            "firstName",
            blank < 0 ? "" : name.substring(0, blank),
            "lastName",
            name.substring(blank + 1));
    Reply _ = requests.postForm(PATH + "/" + id + "/members/invite-user", form).accept(CONFLICT);
  }

  /** Takes back an open invitation; where there is none, nothing happens. */
  public void withdraw(String id, String email) {
    invitation(id, email).ifPresent(open -> requests.delete(open).accept(NOT_FOUND));
  }

  /**
   * Removes a person from an organisation.
   *
   * @param subject the person's id
   * @return false where the provisioner may not do this
   */
  public boolean remove(String id, String subject) {
    try {
      Reply _ = requests.delete(PATH + "/" + id + "/members/" + subject).accept(NOT_FOUND);
      return true;
    } catch (KeycloakFailure e) {
      if (e.isForbidden()) {
        return false;
      }
      throw e;
    }
  }

  /** The path of somebody's invitation, which is open or has ended. */
  private Optional<String> invitation(String id, String email) {
    String path = PATH + "/" + id + "/invitations";
    Reply reply = requests.get(path, Map.of("email", email)).accept(NOT_FOUND);
    for (JsonNode invitation : reply.body()) {
      if (invitation.path("email").asText().equalsIgnoreCase(email)) {
        return id(invitation).map(found -> path + "/" + found);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> id(JsonNode thing) {
    return Optional.of(thing.path("id").asText()).filter(id -> !id.isEmpty());
  }
}
