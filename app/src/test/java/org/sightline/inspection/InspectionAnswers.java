package org.sightline.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** What Sightline answers about inspections. */
record InspectionAnswers(TestSightline sightline) {
  static final String GRADES = "area { code } grade { code } missing missingSentence";

  /** What nobody in particular is told of an inspection. */
  JsonNode node(int inspection, String selection) {
    return sightline
        .ask(
            "{ node(id: \"%s\") { ... on Inspection { %s } } }"
                .formatted(InspectionWorld.id(inspection), selection))
        .get("node");
  }

  /** A grade of it, or why there is none. */
  JsonNode judgement(int inspection, String area) {
    return node(inspection, "judgement(area: \"%s\") { %s }".formatted(area, GRADES))
        .get("judgement");
  }

  /** The matrix of councils in brackets, up to a day. */
  JsonNode matrix(Viewer viewer, String councils, String at) {
    return sightline
        .ask(
            viewer,
            """
            { inspectionMatrix(among: {councils: %s}, at: "%s") { areas { code }
                rows { council { name } inspection { firstDay } judgements { %s } daysSince { days } distanceTravelled { concept steps } nextWindow { from } }
                missing { council { name } because sentence }
                counts { area { code } n grades { grade { code } councils } missing { reason councils } } basis } }
            """
                .formatted(councils, at, GRADES))
        .get("inspectionMatrix");
  }

  /** The element of a list with a value in a field. */
  static JsonNode of(JsonNode list, String field, String value) {
    for (JsonNode one : list) {
      if (one.get(field).asText().equals(value)) {
        return one;
      }
    }
    throw new AssertionError(List.of(field, value, list).toString());
  }
}
