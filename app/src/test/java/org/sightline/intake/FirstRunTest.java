package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirstRunTest {
  @Test
  void bringsEveryFileOnceAndChangesNothingTheSecondTime() throws Exception {
    try (Intake intake = new Intake()) {
      List<String> first = new ArrayList<>();
      List<String> second = new ArrayList<>();

      intake.bean(FirstRun.class).load(first::add);
      List<String> figures = intake.ask("SELECT count(*) FROM observation");
      intake.bean(FirstRun.class).load(second::add);

      assertThat(first).isNotEmpty().allMatch(step -> step.contains("; rows rejected: 0."));
      assertThat(second).hasSameSizeAs(first).allMatch(step -> step.endsWith(" stand already."));
      assertThat(intake.ask("SELECT count(*) FROM observation")).isEqualTo(figures);
      assertThat(intake.ask("SELECT count(*) FROM import_rejection")).containsExactly("0");
      assertThat(intake.ask("SELECT DISTINCT state FROM import_run ORDER BY 1"))
          .containsExactly("IMPORTED");
    }
  }
}
