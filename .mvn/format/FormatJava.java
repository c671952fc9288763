import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks or applies google-java-format over every Java source of the repository, in one JVM.
 *
 * <p>The build runs it as a source file on the toolchain's JDK, because the formatter needs that
 * JDK's compiler while Maven itself may run on an older one. Arguments: {@code check} or {@code
 * apply}, then the repository's root.
 */
class FormatJava {
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", ".sightline", ".git");

  private final Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());

  public static void main(String[] arguments) throws Exception {
    boolean apply = arguments[0].equals("apply");
    Path root = Path.of(arguments[1]);
    List<String> different = new ArrayList<>();
    for (Path file : sources(root)) {
      if (new FormatJava().differs(file, apply)) {
        different.add(root.relativize(file).toString());
      }
    }
    if (different.isEmpty()) {
      return;
    }
    if (apply) {
      System.out.println("Formatted: " + String.join(", ", different));
      return;
    }
    System.err.printf(
        "%d Java file(s) are not formatted; `mvn -Pformat process-sources` formats them: %s%n",
        different.size(), String.join(", ", different));
    System.exit(1);
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> isOurs(root.relativize(file))).toList();
    }
  }

  private static boolean isOurs(Path file) {
    for (Path folder : file) {
      if (NOT_OURS.contains(folder.toString())) {
        return false;
      }
    }
    return file.toString().endsWith(".java");
  }

  private boolean differs(Path file, boolean apply) throws IOException {
    String text = Files.readString(file);
    String formatted = format(file, text);
    if (formatted.equals(text)) {
      return false;
    }
    if (apply) {
      Files.writeString(file, formatted);
    }
    return true;
  }

  private String format(Path file, String text) {
    try {
      String formatted = formatter.formatSource(text);
      return ImportOrderer.reorderImports(
          RemoveUnusedImports.removeUnusedImports(formatted), JavaFormatterOptions.Style.GOOGLE);
    } catch (FormatterException e) {
      System.err.println("The formatter cannot read " + file + ": " + e.getMessage());
      System.exit(1);
      throw new IllegalStateException(e);
    }
  }
}
