package org.sightline.examples;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks every example of a question that needs no change before it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryExamplesTest {
  private ExampleWorld world;

  @BeforeAll
  void start() {
    world = new ExampleWorld(Map.of());
  }

  @AfterAll
  void stop() {
    world.close();
  }

  static List<Example> examples() {
    return Example.all("query").stream().filter(example -> !example.needsAChange()).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void isAnsweredAsItSays(Example example) {
    world.check(example);
  }
}
