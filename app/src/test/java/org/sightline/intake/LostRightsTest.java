package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.indicator.AccessClass;

/** Contributors who may bring files no more while one of theirs is imported. */
class LostRightsTest {
  @TempDir private Path folder;

  @Test
  void theImportOfSomebodyRevokedEndsAndSaysWhy() throws Exception {
    assertEndsAfter("UPDATE member SET revoked_at = now(), revoked_by = id WHERE subject = '%s'");
  }

  @Test
  void theImportOfSomebodyWhoIsNoContributorAnyMoreDoesToo() throws Exception {
    assertEndsAfter("UPDATE member SET roles = '{analyst}' WHERE subject = '%s'");
  }

  private void assertEndsAfter(String loss) throws Exception {
    try (ReturnWorld world = new ReturnWorld();
        Connection other = holdReturns(world)) {
      ReturnService returns = world.intake().bean(ReturnService.class);
      Importing importing = returns.begin(world.contributor, ReturnWorld.QUESTION, request());
      Thread thread = Thread.ofVirtual().start(importing::run);

      world.intake().tell(loss.formatted(world.contributor.subject()));
      other.rollback();

      assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
      ImportRun run =
          returns.find(world.analyst, ReturnWorld.QUESTION, importing.id()).orElseThrow();
      assertThat(run.state()).isEqualTo(ImportState.FAILED);
      assertThat(run.message()).contains("lost the right", "Nothing of it was written.");
      assertThat(world.intake().ask("SELECT count(*) FROM observation")).containsExactly("0");
    }
  }

  private static Connection holdReturns(ReturnWorld world) throws Exception {
    Connection connection = world.intake().database().connect();
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement(
            "SELECT pg_advisory_xact_lock(hashtextextended('council-return', ?))")) {
      lock.setLong(1, world.hull.id());
      lock.execute();
    }
    return connection;
  }

  private ReturnRequest request() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("return.csv"),
            ReturnWorld.HEADER + "assessments-completed-number,2020-12,1\n");
    return new ReturnRequest(file, "return.csv", null, null, AccessClass.COUNCIL_ONLY, null, false);
  }
}
