package org.sightline.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An operation that shows what one root field is for.
 *
 * @param name the kind and the root field, such as {@code query/benchmark}, and where a field has
 *     more than one example a suffix
 * @param question what it answers, in one sentence of the field's words
 * @param person who asks, by user name or client id; {@code nobody} without signing in
 * @param references the variables whose values are taken from other examples' answers
 * @param after the examples that must have been asked before, besides those of the references
 */
record Example(
    String name,
    String question,
    String person,
    List<Reference> references,
    List<String> after,
    String document) {
  static final Path FOLDER = Path.of("../graphql-schema/src/main/resources/sightline/examples");
  static final String NOBODY = "nobody";

  private static final Pattern AS = Pattern.compile("As (\\S+)");
  private static final Pattern AFTER = Pattern.compile("After ((?:query|mutation)/[\\w-]+)");
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(\\w+) is (data\\.\\S+) of ((?:query|mutation)/[\\w-]+)");

  /**
   * A variable whose value another example's answer gives.
   *
   * @param path such as {@code data.plans.edges.0.node.id}
   */
  record Reference(String variable, String path, String example) {
    /** The same as Jackson writes it. */
    String pointer() {
      return "/" + path.replace('.', '/');
    }
  }

  /** All of a kind, by name. */
  static List<Example> all(String kind) {
    try (Stream<Path> files = Files.list(FOLDER.resolve(kind))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".graphql"))
          .sorted()
          .map(file -> read(kind + "/" + file.replace(".graphql", "")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one of a name. */
  static Example read(String name) {
    String document = text(FOLDER.resolve(name + ".graphql"));
    List<String> words = new ArrayList<>();
    List<String> people = new ArrayList<>();
    List<String> after = new ArrayList<>();
    List<Reference> references = new ArrayList<>();
    for (String comment : comments(document)) {
      Matcher as = AS.matcher(comment);
      Matcher before = AFTER.matcher(comment);
      Matcher reference = REFERENCE.matcher(comment);
      if (as.matches()) {
        people.add(as.group(1));
      } else if (before.matches()) {
        after.add(before.group(1));
      } else if (reference.matches()) {
        references.add(new Reference(reference.group(1), reference.group(2), reference.group(3)));
      } else {
        words.add(comment);
      }
    }
    if (people.size() != 1) {
      throw new AssertionError(name + " must say once who asks: # As hull-analyst, # As nobody");
    }
    return new Example(
        name, String.join(" ", words), people.getFirst(), references, after, document);
  }

  private static List<String> comments(String document) {
    return document
        .lines()
        .takeWhile(line -> line.startsWith("#"))
        .map(line -> line.substring(1).strip())
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it changes something, or is asked after one that does. */
  boolean needsAChange() {
    return kind().equals("mutation")
        || Stream.concat(references.stream().map(Reference::example), after.stream())
            .anyMatch(before -> read(before).needsAChange());
  }

  /** {@code query} or {@code mutation}. */
  String kind() {
    return name.replaceFirst("/.*", "");
  }

  /** The root field it is an example for: its name up to a suffix, as in amendAction-refused. */
  String field() {
    return label().replaceFirst("-.*", "");
  }

  /** The name without the kind. */
  String label() {
    return name.replaceFirst(".*/", "");
  }

  /** The answer beside it; empty where none has been put there yet. */
  JsonNode expected() {
    Path file = FOLDER.resolve(name + ".json");
    return Files.exists(file)
        ? ExampleWorld.parse(text(file))
        : JsonNodeFactory.instance.objectNode();
  }

  /** Whether it shows what is answered where a change is refused, as its name says. */
  boolean showsRefusal() {
    return name.endsWith("-refused");
  }

  @Override
  public String toString() {
    return name;
  }
}
