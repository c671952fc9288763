package org.sightline.helm;

import com.marcnuri.helm.LintResult;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lints and renders the chart with an operator's values, without Helm or a cluster at hand, and
 * holds each manifest to Kubernetes' models. Ends with 0 where all is well, 1 where something is
 * wrong, and 2 where it was not told which file.
 */
final class CheckValues {
  private final PrintStream out;

  CheckValues(PrintStream out) {
    this.out = out;
  }

  /**
   * Checks one file.
   *
   * @param arguments the file with the values, where to write what was rendered, and the namespace
   *     for which it is
   */
  public static void main(String[] arguments) {
    System.exit(new CheckValues(System.out).run(List.of(arguments)));
  }

  int run(List<String> arguments) {
    if (arguments.size() != 3 || !Files.isReadable(Path.of(arguments.getFirst()))) {
      out.println("There is no file to check: say which by -Dvalues=/path/to/values.yaml.");
      return 2;
    }
    Path target = Path.of(arguments.get(1));
    Scratch.remove(target);
    try {
      Values values = Values.of(Scratch.read(Path.of(arguments.getFirst())));
      return check(values, target, arguments.getLast());
    } catch (UncheckedIOException e) {
      out.println("The file cannot be read as YAML: " + e.getMessage());
    } catch (IllegalStateException e) {
      out.println(Sentences.of(e.getMessage()));
    }
    return 1;
  }

  private int check(Values values, Path target, String namespace) {
    Rendered rendered = Chart.renderFor(values, namespace);
    List<String> faults = new ArrayList<>();
    LintResult lint = Chart.lint(values);
    if (lint.isFailed()) {
      faults.addAll(lint.getMessages());
    }
    rendered
        .manifests()
        .forEach(
            manifest ->
                StrictCheck.faults(manifest).forEach(fault -> faults.add(manifest + ": " + fault)));
    rendered.pods().forEach(pod -> faults.addAll(Hardening.faults(pod)));
    faults.addAll(new References(rendered, values).missing());
    faults.forEach(out::println);
    if (!faults.isEmpty()) {
      return 1;
    }
    Scratch.write(target, text(rendered));
    out.printf(
        "%d manifests are well, by a strict lint and by the models of Kubernetes; they are in %s.%n",
        rendered.manifests().size(), target);
    out.printf("In the namespace %s they need these, which you make:%n", namespace);
    Needed.by(rendered).forEach(name -> out.println("- " + name));
    rendered.notes().lines().filter(line -> line.startsWith("look: ")).forEach(out::println);
    return 0;
  }

  private static String text(Rendered rendered) {
    return rendered.manifests().stream()
        .map(manifest -> new Values(manifest.tree()).yaml())
        .collect(Collectors.joining());
  }
}
