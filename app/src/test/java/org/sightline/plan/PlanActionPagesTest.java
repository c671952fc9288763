package org.sightline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.BesideOthers;

/** Whoever pages through a plan's actions while the council changes it. */
@BesideOthers
class PlanActionPagesTest {
  @AutoClose private final PlanWorld plans = new PlanWorld();
  private final Map<String, String> actions = new HashMap<>();

  private String plan;
  private String practice;
  private String workforce;

  @BeforeEach
  void fill() {
    plan = plans.plan(plans.writer, "Paged", "brag", "state: LIVE");
    practice = plans.workstream(plans.writer, plan, "Practice", "");
    workforce = plans.workstream(plans.writer, plan, "Workforce", "");
    for (String reference : List.of("1.1", "1.9", "1.10")) {
      actions.put(reference, plans.action(plans.writer, plan, practice, reference, ""));
    }
    for (String reference : List.of("2.1", "2.2", "2.3")) {
      actions.put(reference, plans.action(plans.writer, plan, workforce, reference, ""));
    }
  }

  @Test
  void thePageGoesOnWhereTheActionOfItsCursorHasBeenRemoved() {
    JsonNode first = page("");

    change("1.9", "removeAction", "reason: \"Done elsewhere\"");

    assertThat(references(first)).containsExactly("1.1", "1.9");
    assertThat(rest(first)).containsExactly("1.10", "2.1", "2.2", "2.3");
  }

  @Test
  void thePageGoesOnWhereTheActionOfItsCursorStoodBeforeItWasMoved() {
    JsonNode first = page("");

    change("1.9", "amendAction", "workstream: \"%s\", reference: \"2.9\"".formatted(workforce));

    assertThat(rest(first)).containsExactly("1.10", "2.1", "2.2", "2.3", "2.9");
  }

  @Test
  void nothingIsSeenTwiceWhereTheActionOfTheCursorIsMovedToTheFront() {
    JsonNode second = page(after(page("")));
    assertThat(references(second)).containsExactly("1.10", "2.1");

    change("2.1", "amendAction", "workstream: \"%s\", reference: \"1.0\"".formatted(practice));

    assertThat(rest(second)).containsExactly("2.2", "2.3");
  }

  @Test
  void aCursorIsThatOfOnePlanAndNoneOfTheSearchThatIsCalledActionsToo() {
    String other = plans.plan(plans.writer, "Another", "brag", "state: LIVE");
    String after = after(page(""));

    assertThat(
            refusal(
                "node(id: \"%s\") { ... on Plan { actions(%s) { totalCount } } }", other, after))
        .startsWith("This cursor of plan.actions belongs to another question");
    assertThat(refusal("actions(%2$s) { totalCount }", other, after))
        .startsWith("That is no cursor of actions: give the endCursor");
  }

  @Test
  void theLongestReferenceThereIsHasACursor() {
    String reference = "1\u20ac".repeat(25);
    plans.action(plans.writer, plan, workforce, reference, "");

    JsonNode page =
        plans.node(
            plans.writer,
            plan,
            "Plan",
            "actions(first: 4) { pageInfo { endCursor } edges { node { reference } } }");

    assertThat(references(page.get("actions"))).contains(reference);
    assertThat(rest(page.get("actions"))).containsExactly("2.1", "2.2", "2.3");
  }

  @Test
  void lettersBeyondThoseOfSixteenBitsAreInTheDatabasesOrderToo() {
    for (String reference : List.of("3 \uff5e", "3 \ud83d\ude00", "3 a", "3 Z", "3 \u00e9")) {
      plans.action(plans.writer, plan, workforce, reference, "");
    }
    JsonNode whole =
        plans.node(
            plans.writer, plan, "Plan", "actions(first: 100) { edges { node { reference } } }");
    JsonNode first = page("");
    List<String> seen = new ArrayList<>(references(first));
    seen.addAll(rest(first));

    assertThat(seen).hasSize(11).isEqualTo(references(whole));
    assertThat(seen.subList(6, 11))
        .containsExactly("3 Z", "3 a", "3 \u00e9", "3 \uff5e", "3 \ud83d\ude00");
  }

  private String refusal(String asked, String other, String after) {
    return plans
        .sightline
        .answer(plans.writer, "{ " + asked.formatted(other, after) + " }")
        .at("/errors/0/message")
        .asText();
  }

  private void change(String reference, String field, String input) {
    String id = Objects.requireNonNull(actions.get(reference));
    int version = plans.node(plans.writer, id, "Action", "version").get("version").asInt();
    JsonNode _ =
        plans.made(
            plans.writer,
            field,
            "id: \"%s\", version: %d, %s".formatted(id, version, input),
            "action { id }");
  }

  /** What follows a page, two by two. */
  private List<String> rest(JsonNode page) {
    List<String> rest = new ArrayList<>();
    JsonNode last = page;
    while (last.at("/pageInfo/hasNextPage").asBoolean(true)) {
      last = page(after(last));
      rest.addAll(references(last));
    }
    return rest;
  }

  private JsonNode page(String after) {
    return plans
        .node(
            plans.writer,
            plan,
            "Plan",
            "actions(first: 2 %s) { pageInfo { hasNextPage endCursor } edges { node { reference } } }"
                .formatted(after))
        .get("actions");
  }

  private static String after(JsonNode page) {
    return "after: \"%s\"".formatted(page.at("/pageInfo/endCursor").asText());
  }

  private static List<String> references(JsonNode page) {
    return page.findValuesAsText("reference");
  }
}
