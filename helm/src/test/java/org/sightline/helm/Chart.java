package org.sightline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.nio.file.Path;
import java.util.List;

/**
 * The chart, and how Helm renders it.
 *
 * <p>Helm's library leaves hooks out of what it renders, and the notes too. So it is given a copy
 * in which a hook's annotations have another name, which get their own back afterwards, and in
 * which the notes are a document.
 */
final class Chart {
  static final Path REPOSITORY = Path.of(System.getProperty("sightline.repository", ".."));
  static final Path FOLDER = REPOSITORY.resolve("helm/sightline");
  static final String RELEASE = "sightline";
  static final String NAMESPACE = "councils";
  static final String OLDEST_KUBERNETES = "1.29.0";
  private static final String HOOK = "helm.sh/hook";
  private static final String HIDDEN_HOOK = "hidden.helm.sh/hook";
  private static final Path COPY = copyThatShowsEverything();

  private Chart() {}

  /** The text of a file in the chart's folder. */
  static String file(String name) {
    return Scratch.read(FOLDER.resolve(name));
  }

  /** The text of a file of the repository. */
  static String repositoryFile(String name) {
    return Scratch.read(REPOSITORY.resolve(name));
  }

  /**
   * What Helm makes of these values, hooks and tests too.
   *
   * @throws IllegalStateException with Helm's message, where the chart refuses them
   */
  static Rendered render(Values values) {
    return render(values, OLDEST_KUBERNETES);
  }

  static Rendered render(Values values, String kubernetes) {
    return render(values, kubernetes, NAMESPACE);
  }

  /** The same for another namespace. */
  static Rendered renderFor(Values values, String namespace) {
    return render(values, OLDEST_KUBERNETES, namespace);
  }

  private static Rendered render(Values values, String kubernetes, String namespace) {
    String yaml =
        new Helm(COPY)
            .template()
            .withName(RELEASE)
            .withNamespace(namespace)
            .withKubeVersion(kubernetes)
            .withValuesFile(Scratch.file(values.yaml()))
            .call();
    return Rendered.of(yaml.replace(HIDDEN_HOOK, HOOK));
  }

  /** A strict lint of the chart as it would be with these values as its own. */
  static LintResult lint(Values values) {
    Path folder = copy();
    Scratch.write(folder.resolve("values.yaml"), Values.usual().and(values).yaml());
    return new Helm(folder).lint().strict().call();
  }

  /** The archive that a repository of charts would hold. */
  static Path archive() {
    Path folder = Scratch.folder();
    new Helm(FOLDER).packageIt().withDestination(folder).call();
    return Scratch.files(folder).getFirst();
  }

  /** What Helm makes of a chart as it is, without hooks and notes. */
  static List<JsonNode> renderPlainly(Path chart, Values values) {
    return Yaml.documents(
        new Helm(chart)
            .template()
            .withName(RELEASE)
            .withNamespace(NAMESPACE)
            .withKubeVersion(OLDEST_KUBERNETES)
            .withValuesFile(Scratch.file(values.yaml()))
            .call());
  }

  private static Path copyThatShowsEverything() {
    Path folder = copy();
    Path templates = folder.resolve("templates");
    Scratch.files(templates)
        .forEach(file -> Scratch.write(file, Scratch.read(file).replace(HOOK, HIDDEN_HOOK)));
    Scratch.write(
        templates.resolve("notes.yaml"),
        """
        {{- define "notes" }}
        %s
        {{- end }}
        apiVersion: v1
        kind: Notes
        text: {{ include "notes" . | quote }}
        """
            .formatted(Scratch.read(templates.resolve("NOTES.txt"))));
    return folder;
  }

  private static Path copy() {
    Path folder = Scratch.folder().resolve(RELEASE);
    Scratch.files(FOLDER)
        .forEach(
            file ->
                Scratch.write(
                    folder.resolve(FOLDER.relativize(file).toString()), Scratch.read(file)));
    return folder;
  }
}
