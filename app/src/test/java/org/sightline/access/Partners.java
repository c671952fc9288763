package org.sightline.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** Councils, a partnership, the DfE and the operator on a database of their own. */
final class Partners implements AutoCloseable {
  static final Viewer HULL_OWNER = new Viewer("hull-owner");
  static final Viewer HULL_ANALYST = new Viewer("hull-analyst");
  static final Viewer YORK_OWNER = new Viewer("york-owner");
  static final Viewer YORK_ANALYST = new Viewer("york-analyst");
  static final Viewer HEREFORDSHIRE_OWNER = new Viewer("herefordshire-owner");
  static final Viewer YORKSHIRE_OWNER = new Viewer("yorkshire-owner");
  static final Viewer YORKSHIRE_ANALYST = new Viewer("yorkshire-analyst");
  static final Viewer DFE_ADVISER = new Viewer("dfe-adviser");
  static final Viewer DFE_OTHER_ADVISER = new Viewer("dfe-other-adviser");
  static final Viewer DFE_OWNER = new Viewer("dfe-owner");
  static final Viewer OPERATOR = new Viewer("operator");

  /** What Hull has released, as another member asks for it. */
  static final String HULLS_FIGURES =
      "query Figures { trend(council: \"810\", indicator: \"re-referrals-percent\") { points { period { code } value } } }";

  /** What is said where no figure is in sight. */
  private static final String NOTHING_IN_SIGHT =
      "'re-referrals-percent' has no figures as known on ";

  private final TestSightline sightline;

  Partners() {
    this(Map.of());
  }

  /**
   * With a service that has more settings than those of the database.
   *
   * @param settings such as where Keycloak is
   */
  Partners(Map<String, Object> settings) {
    sightline = TestSightline.empty(settings);
    try (InputStream sql = Partners.class.getResourceAsStream("partners.sql")) {
      execute(new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestSightline sightline() {
    return sightline;
  }

  JsonNode answer(Viewer viewer, String document) {
    return sightline.answer(viewer, document);
  }

  JsonNode ask(Viewer viewer, String document) {
    return sightline.ask(viewer, document);
  }

  /** The payload of a mutation that meets no GraphQL error. */
  JsonNode change(Viewer viewer, String field, String input, String selection) {
    return ask(
            viewer,
            "mutation { %s(input: %s) { %s errors { field code message } } }"
                .formatted(field, input, selection))
        .get(field);
  }

  /** The whole answer to who asks for Hull's figures. */
  JsonNode figuresOfHull(Viewer viewer) {
    return answer(viewer, HULLS_FIGURES);
  }

  /** The periods of which a viewer sees Hull's shared figure. */
  List<String> seenOfHull(Viewer viewer) {
    List<String> seen = new ArrayList<>();
    JsonNode answer = figuresOfHull(viewer);
    if (answer.has("errors")
        && !answer.at("/errors/0/message").asText().startsWith(NOTHING_IN_SIGHT)) {
      throw new AssertionError(answer.toString());
    }
    for (JsonNode point : answer.at("/data/trend/points")) {
      if (point.get("value").asText().equals("41.5")) {
        seen.add(point.at("/period/code").asText());
      }
    }
    return seen;
  }

  /** An agreement of Hull, signed by both sides. */
  String liveAgreement(String recipient, Viewer recipientsOwner, String more) {
    String id = proposal(recipient, more);
    sign(HULL_OWNER, id);
    sign(recipientsOwner, id);
    return id;
  }

  /** An agreement that Hull proposes. */
  String proposal(String recipient, String more) {
    JsonNode payload =
        change(
            HULL_OWNER,
            "proposeSharingAgreement",
            "{owner: \"e06000010\", recipient: \"%s\", purpose: \"comparison\", %s}"
                .formatted(recipient, more.isEmpty() ? "scope: {datasets: [INDICATORS]}" : more),
            "sharingAgreement { id }");
    if (!payload.get("errors").isEmpty()) {
      throw new AssertionError(payload.toString());
    }
    return payload.at("/sharingAgreement/id").asText();
  }

  /** Signs an agreement and gives its state. */
  String sign(Viewer viewer, String id) {
    return change(
            viewer,
            "signSharingAgreement",
            "{id: \"%s\", signedAs: \"Director\"}".formatted(id),
            "sharingAgreement { state }")
        .at("/sharingAgreement/state")
        .asText();
  }

  /** Carries statements out as the owner of the tables. */
  void execute(String sql) {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what the owner of the tables sees, as texts. */
  List<String> texts(String sql) {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    sightline.close();
  }
}
