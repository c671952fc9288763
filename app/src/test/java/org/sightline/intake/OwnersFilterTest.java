package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.ViewerTransactions;

/** The stores' own filters keep one council's imports from another's, without the policies. */
class OwnersFilterTest {
  private static final Question QUESTION = ReturnWorld.QUESTION;

  @Test
  void withoutPoliciesAStrangersImportIsNotThereEither() throws Exception {
    try (ReturnWorld world = new ReturnWorld()) {
      ImportRun run =
          world.bring(ReturnWorld.HEADER + "assessments-completed-number,2020-12,1\nx,2020-12,1\n");
      world.world().withoutRowLevelSecurity();
      ReturnService returns = world.intake().bean(ReturnService.class);

      assertThat(returns.find(world.analyst, QUESTION, run.id())).isPresent();
      assertThat(returns.list(world.analyst, QUESTION, 10)).hasSize(1);
      assertThat(world.rejections(run)).hasSize(1);
      assertThat(returns.find(world.stranger, QUESTION, run.id())).isEmpty();
      assertThat(returns.list(world.stranger, QUESTION, 10)).isEmpty();
      assertThat(rejectionsSeenBy(world, run)).isEmpty();
      assertThat(world.intake().imports().find(run.id())).isEmpty();
      assertThat(world.intake().imports().rejections(run.id(), 10)).isEmpty();
      world
          .intake()
          .tell(
              "UPDATE import_run SET state = 'RUNNING', phase = 'WRITING', heartbeat_at = now(), finished_at = NULL");
      assertThat(returns.cancel(world.stranger, QUESTION, run.id())).isFalse();
      assertThat(world.intake().imports().cancel(run.id(), "x")).isFalse();
      assertThat(returns.cancel(world.contributor, QUESTION, run.id())).isTrue();
    }
  }

  private static List<Rejection> rejectionsSeenBy(ReturnWorld world, ImportRun run) {
    return world
        .intake()
        .bean(ViewerTransactions.class)
        .read(
            world.stranger,
            QUESTION,
            () ->
                List.copyOf(
                    world
                        .intake()
                        .bean(ImportListService.class)
                        .rejections(List.of(run.id()))
                        .getOrDefault(run.id(), List.of())));
  }
}
