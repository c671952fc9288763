import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs some test classes, given by full name, in this JVM, and prints those that failed: for
 * guards.
 */
final class RunTests {
  private static final Set<String> FAILED = new TreeSet<>();
  private static int run;

  public static void main(String[] classes) {
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(Arrays.stream(classes).map(name -> selectClass(name)).toList())
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .build();
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                run += test.isTest() ? 1 : 0;
                if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                  FAILED.add(nameOf(test));
                }
              }
            });
    System.out.println("ran: " + run);
    System.out.println("failed: " + FAILED.stream().collect(Collectors.joining(" ")));
    System.exit(0);
  }

  private static String nameOf(TestIdentifier test) {
    String full =
        switch (test.getSource().orElse(null)) {
          case MethodSource method -> method.getClassName();
          case ClassSource type -> type.getClassName();
          case null, default -> test.getDisplayName();
        };
    return full.substring(full.lastIndexOf('.') + 1);
  }
}
