package org.sightline.examples;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.access.world.MailedKeycloak;

/**
 * Asks the examples of questions that need a change before them, and then carries out every example
 * of a change: by name, each after those it says it needs, in one database and beside a real
 * Keycloak.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutationExamplesTest {
  private final MailedKeycloak keycloak = new MailedKeycloak();
  private ExampleWorld world;

  @BeforeAll
  void start() {
    world = new ExampleWorld(keycloak.settings());
  }

  @AfterAll
  void stop() {
    world.close();
    keycloak.close();
  }

  static List<Example> examples() {
    return Stream.of("query", "mutation")
        .flatMap(kind -> Example.all(kind).stream())
        .filter(Example::needsAChange)
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void isAnsweredAsItSays(Example example) {
    world.check(example);
  }
}
