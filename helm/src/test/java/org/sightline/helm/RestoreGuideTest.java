package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is restored is the database that the guide for operators made, and the chart finds it. */
final class RestoreGuideTest {
  private static final String PAGE = Chart.repositoryFile("docs/guides/backup-and-restore.md");
  private static final JsonNode RESTORED = Guide.resource(PAGE, "Cluster");
  private static final JsonNode ORIGIN = Guide.resource("Cluster");

  @Test
  void theRestoredServerIsMadeAsTheOldOne() {
    for (String part :
        List.of(
            "instances",
            "imageName",
            "managed",
            "postgresql",
            "storage",
            "walStorage",
            "resources")) {
      assertThat(RESTORED.path("spec").get(part))
          .as(part)
          .isNotNull()
          .isEqualTo(ORIGIN.path("spec").get(part));
    }
    assertThat(RESTORED.at("/metadata/namespace")).isEqualTo(ORIGIN.at("/metadata/namespace"));
    for (String part : List.of("database", "owner", "secret")) {
      assertThat(RESTORED.at("/spec/bootstrap/recovery").get(part))
          .as(part)
          .isNotNull()
          .isEqualTo(ORIGIN.at("/spec/bootstrap/initdb").get(part));
    }
  }

  @Test
  void itReadsTheOldArchiveAndWritesOneOfItsOwn() {
    JsonNode store = Guide.resource("ObjectStore").at("/metadata/name");
    JsonNode from = RESTORED.at("/spec/externalClusters/0");
    JsonNode to = RESTORED.at("/spec/plugins/0");

    assertThat(RESTORED.at("/spec/bootstrap/recovery/source")).isEqualTo(from.path("name"));
    assertThat(from.at("/plugin/name")).isEqualTo(to.path("name"));
    assertThat(from.at("/plugin/parameters/barmanObjectName")).isEqualTo(store);
    assertThat(from.at("/plugin/parameters/serverName")).isEqualTo(ORIGIN.at("/metadata/name"));
    assertThat(to.at("/parameters/barmanObjectName")).isEqualTo(store);
    assertThat(to.at("/parameters/serverName")).isEqualTo(RESTORED.at("/metadata/name"));
  }

  @Test
  void theChartIsLedToIt() {
    Values shown = Guide.values(PAGE).getFirst();
    String name = RESTORED.at("/metadata/name").asText();
    Rendered rendered = Chart.render(Values.fewest().and(shown));

    assertThat(
            rendered.get(Kind.ConfigMap, "sightline").at("/data/SIGHTLINE_DATABASE_URL").asText())
        .contains("//" + name + "-rw:5432/");
    assertThat(rendered.everywhere("secretName"))
        .extracting(JsonNode::asText)
        .contains(name + "-ca");
    assertThat(rendered.everywhere("cnpg.io/cluster"))
        .isNotEmpty()
        .allMatch(label -> label.asText().equals(name));
  }
}
