package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guides make a job by hand of the migration's: what they change in it has to be there. */
final class CommandsByHandTest {
  private static final String LEAVING =
      Chart.repositoryFile("docs/guides/when-a-council-leaves.md");
  private static final Rendered RENDERED = Chart.render(Values.fewest());
  private static final JsonNode JOB = RENDERED.get(Kind.Job, "sightline-migration").tree();
  private static final Pattern CHANGE = Pattern.compile("[{]\"op\": .*[}]");

  @Test
  void whatIsChangedIsThere() {
    List<JsonNode> changes =
        Stream.concat(Guide.blocks("sh"), Guide.blocks(LEAVING, "json"))
            .flatMap(block -> CHANGE.matcher(block).results())
            .map(change -> Yaml.read(change.group()))
            .toList();
    assertThat(changes)
        .hasSize(6)
        .allSatisfy(
            change -> assertThat(isThere(change.path("path").asText())).as("%s", change).isTrue());
  }

  /** A path that ends with a minus adds to the list before it. */
  private static boolean isThere(String path) {
    JsonNode part = JOB.at(path.replaceFirst("/-$", ""));
    return path.endsWith("/-") ? part.isArray() : !part.isMissingNode();
  }

  @Test
  void theTemplatesThatAreNamedAreThere() {
    assertThat(Pattern.compile("--show-only (\\S+[.]yaml)").matcher(Guide.TEXT).results())
        .hasSize(2)
        .allMatch(match -> Files.isRegularFile(Chart.FOLDER.resolve(match.group(1))));
  }

  /** Otherwise a job by hand has no account, and no way to the database. */
  @Test
  void whatTheMigrationNeedsStaysAfterIt() {
    assertThat(RENDERED.manifests())
        .filteredOn(manifest -> manifest.name().equals("sightline-migration"))
        .hasSize(3)
        .allSatisfy(
            manifest ->
                assertThat(
                        manifest.at("/metadata/annotations/helm.sh~1hook-delete-policy").asText())
                    .isEqualTo("before-hook-creation"));
  }

  @Test
  void thePodThatHandsAnExportOutReadsWhatTheJobWrote() {
    Manifest pod = new Manifest(Guide.resource(LEAVING, "Pod"));
    JsonNode claim = Guide.resource(LEAVING, "PersistentVolumeClaim");
    String name = claim.at("/metadata/name").asText();

    assertThat(StrictCheck.faults(pod)).isEmpty();
    assertThat(Hardening.faults(Pod.of(pod).orElseThrow())).isEmpty();
    assertThat(pod.at("/spec/volumes/0/persistentVolumeClaim/claimName").asText()).isEqualTo(name);
    assertThat(LEAVING).contains("{\"claimName\": \"%s\"}".formatted(name));
  }
}
