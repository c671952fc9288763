package org.sightline.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;

/** Inspections as a list, page by page. */
class InspectionListTest {
  @AutoClose private final InspectionWorld world = new InspectionWorld(TestSightline.empty());

  @Test
  void aListGoesOnPageByPageWithTheNewestFirst() {
    int first = world.graded(InspectionWorld.HULL, "2018-05-01");
    int last = world.graded(InspectionWorld.HULL, "2023-11-21");
    int middle = world.graded(InspectionWorld.YORK, "2022-03-07");
    StringBuilder seen = new StringBuilder();
    String after = "";
    for (int page = 0; page < 3; page++) {
      JsonNode answer =
          world
              .sightline()
              .ask(
                  "{ inspections(first: 1%s) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }"
                      .formatted(after))
              .get("inspections");
      assertThat(answer.get("totalCount").asInt()).isEqualTo(3);
      seen.append(answer.at("/edges/0/node/id").asText()).append(' ');
      after = ", after: \"%s\"".formatted(answer.at("/pageInfo/endCursor").asText());
    }
    assertThat(seen.toString().strip().split(" "))
        .containsExactly(
            InspectionWorld.id(last), InspectionWorld.id(middle), InspectionWorld.id(first));
    assertThat(
            world
                .sightline()
                .ask(
                    "{ inspections(from: \"2022-01-01\", to: \"2022-12-31\", types: [\"ilacs-standard\"]) { totalCount } }")
                .at("/inspections/totalCount")
                .asInt())
        .isEqualTo(1);
    assertThat(world.sightline().mistake("{ inspections(frameworks: [\"ilac\"]) { totalCount } }"))
        .startsWith("There is no framework 'ilac'. Did you mean 'ilacs'");
    assertThat(world.sightline().mistake("{ inspections(types: [\"visit\"]) { totalCount } }"))
        .startsWith("There is no type of inspection 'visit'.");
    assertThat(
            world
                .sightline()
                .mistake(
                    "{ inspections(from: \"2022-01-01\", to: \"2021-01-01\") { totalCount } }"))
        .isEqualTo("from, 2022-01-01, comes after to, 2021-01-01.");
  }
}
