package org.sightline.access.worlds;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/**
 * What only a policy refuses is refused: writing for others, in others' names, without the role.
 */
class WritesTest {
  @Test
  void nobodyWritesForOthersOrInTheirNameOrWithoutTheRole() throws SQLException {
    try (WorldDatabase database = new WorldDatabase()) {
      Attacks.prepare(database);

      assertThat(Attacks.letThrough(database)).isEmpty();
    }
  }
}
