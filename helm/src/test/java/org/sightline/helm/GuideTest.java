package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator who follows the guide to the letter gets a release that is whole. */
final class GuideTest {
  static Stream<Values> blocks() {
    return Guide.values().stream();
  }

  @Test
  void itsValuesAreThoseOfTheQuickstart() {
    assertThat(Guide.values().getFirst()).isEqualTo(Values.given("quickstart"));
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void whateverItShowsRendersAndIsRight(Values block) {
    Values values = Values.fewest().and(block);
    Rendered rendered = Chart.render(values);

    assertThat(rendered.manifests())
        .allSatisfy(manifest -> assertThat(StrictCheck.faults(manifest)).isEmpty());
    assertThat(new References(rendered, values).missing()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void itMakesEverySecretThatTheReleaseNeeds(Values block) {
    Rendered rendered = Chart.render(Values.fewest().and(block));
    assertThat(rendered.everywhere("secretKeyRef"))
        .isNotEmpty()
        .allSatisfy(
            secret ->
                assertThat(Guide.secrets().get(secret.path("name").asText()))
                    .as("%s", secret)
                    .contains(secret.path("key").asText()));
    assertThat(rendered.everywhere("secretName"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(Guide.secrets()).containsKey(name.asText()));
  }

  @Test
  void itsDatabaseIsTheOneOfTheValues() {
    JsonNode values = Values.usual().and(Values.given("quickstart")).tree().path("database");
    JsonNode cluster = Guide.resource("Cluster");
    String name = cluster.at("/metadata/name").asText();

    assertThat(name + "-rw").isEqualTo(values.path("host").asText());
    assertThat(name + "-ca").isEqualTo(values.at("/tls/certificateAuthority/secret").asText());
    assertThat(cluster.at("/spec/postgresql/parameters/max_connections").asText())
        .isEqualTo(values.path("serverConnections").asText());
    JsonNode made = cluster.at("/spec/bootstrap/initdb");
    assertThat(made.path("database")).isEqualTo(values.path("name"));
    assertThat(made.path("owner")).isEqualTo(values.at("/owner/username"));
    assertThat(made.at("/secret/name")).isEqualTo(values.at("/owner/secret"));
    assertThat(Guide.resource("ScheduledBackup").at("/spec/cluster/name").asText()).isEqualTo(name);
    assertThat(cluster.at("/spec/plugins/0/parameters/barmanObjectName"))
        .isEqualTo(Guide.resource("ObjectStore").at("/metadata/name"));
  }

  /**
   * The roles of the service are those that `migrate` would make: nothing goes round the guards.
   */
  @Test
  void itsRolesMayDoNoMoreThanTheServiceNeeds() {
    JsonNode values = Values.usual().tree().path("database");
    List<JsonNode> roles =
        Guide.resource("Cluster").at("/spec/managed/roles").valueStream().toList();
    assertThat(roles)
        .extracting(role -> role.path("name"), role -> role.at("/passwordSecret/name"))
        .containsExactly(
            tuple(values.at("/app/username"), values.at("/app/secret")),
            tuple(values.at("/releaseWriter/username"), values.at("/releaseWriter/secret")));
    for (String right :
        List.of("superuser", "createdb", "createrole", "replication", "bypassrls", "inherit")) {
      assertThat(roles).allMatch(role -> role.path(right).isBoolean());
      assertThat(roles).noneMatch(role -> role.path(right).asBoolean());
    }
  }

  @Test
  void itsRealmIsTheOneThatIsTestedWithoutItsPeople() {
    JsonNode realm = Guide.resource("KeycloakRealmImport").at("/spec/realm");
    JsonNode tested =
        Yaml.read(
            Chart.repositoryFile(
                "local-services/src/main/resources/org/sightline/local/realm.json"));

    realm
        .propertyStream()
        .filter(entry -> entry.getValue().isValueNode())
        .forEach(entry -> assertThat(entry.getValue()).isEqualTo(tested.get(entry.getKey())));
    for (JsonNode client : realm.path("clients")) {
      assertThat(withoutPasswordGrant(client))
          .isEqualTo(withoutPasswordGrant(find(client, tested)));
      assertThat(client.path("directAccessGrantsEnabled").asBoolean()).isFalse();
    }
    assertThat(realm.path("clientScopeMappings")).isEqualTo(tested.path("clientScopeMappings"));
    assertThat(realm.path("users"))
        .singleElement()
        .isIn(tested.path("users").valueStream().toList());
  }

  @Test
  void itsKeycloakNamesItsTokensAsTheValuesDo() {
    JsonNode keycloak = Guide.resource("Keycloak");
    JsonNode realm = Guide.resource("KeycloakRealmImport");
    assertThat(Values.fewest().tree().at("/keycloak/issuer").asText())
        .isEqualTo(
            keycloak.at("/spec/hostname/hostname").asText()
                + "/realms/"
                + realm.at("/spec/realm/realm").asText());
    assertThat(realm.at("/spec/keycloakCRName")).isEqualTo(keycloak.at("/metadata/name"));
    JsonNode secret =
        realm.at("/spec/placeholders/SIGHTLINE_KEYCLOAK_PROVISIONER_CLIENT_SECRET/secret");
    assertThat(Guide.secrets().get(secret.path("name").asText()))
        .contains(secret.path("key").asText());
  }

  /** The operator's ingress has TLS only where it is told of a secret, and the guide makes it. */
  @Test
  void itsKeycloakIsReachedByTls() {
    JsonNode ingress = Guide.resource("Keycloak").at("/spec/ingress");
    assertThat(Guide.secrets().get(ingress.path("tlsSecret").asText()))
        .containsExactly("tls.crt", "tls.key");
    assertThat(String.join("\n", Guide.blocks("sh").toList()))
        .contains("kubectl -n keycloak create secret generic sightline-keycloak-provisioner");
  }

  /** The test's pod is refused by a server that does not know its account yet. */
  @Test
  void whatTheServerIsAskedAboutHoldsNoTest() {
    assertThat(String.join("\n", Guide.blocks("sh").toList()))
        .containsPattern("helm template [^\n]* --skip-tests > rendered.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/guides/running-on-kubernetes.md",
        "docs/guides/runbooks.md",
        "docs/guides/backup-and-restore.md",
        "docs/guides/when-a-council-leaves.md",
        "docs/guides/settings.md",
        "docs/decisions/0018-what-sightline-does-in-keycloak.md",
        "docs/decisions/0044-what-the-chart-does-not-let-be-switched-off.md",
        "helm/sightline/README.md"
      })
  void everyLinkLeadsSomewhere(String page) {
    List<String> links = Links.of(Chart.repositoryFile(page));
    List<String> broken = new ArrayList<>();
    for (String link : links) {
      String[] parts = link.split("#", 2);
      var target =
          parts[0].isEmpty()
              ? Chart.REPOSITORY.resolve(page)
              : Chart.REPOSITORY.resolve(page).resolve("..").resolve(parts[0]).normalize();
      boolean isThere = Files.exists(target);
      if (!isThere
          || (parts.length > 1 && !Links.anchors(Scratch.read(target)).contains(parts[1]))) {
        broken.add(link);
      }
    }
    assertThat(broken).isEmpty();
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private static JsonNode find(JsonNode client, JsonNode realm) {
    return realm
        .path("clients")
        .valueStream()
        .filter(other -> other.path("clientId").equals(client.path("clientId")))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode withoutPasswordGrant(JsonNode client) {
    ObjectNode copy = client.deepCopy();
    return copy.without(List.of("directAccessGrantsEnabled", "description"));
  }
}
