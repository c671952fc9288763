package org.sightline.plan.report;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Status reports by their global ids. */
@Factory
class StatusReportNodes {
  @Singleton
  NodeSource statusReports(StatusReportService reports) {
    return new NumberedNodes(ReportTypes.REPORT, reports::byKey);
  }
}
