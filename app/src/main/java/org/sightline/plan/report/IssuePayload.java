package org.sightline.plan.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;

/** What came of issuing a report: the report, or what was wrong. */
record IssuePayload(@Nullable StatusReport statusReport, List<UserError> errors) {}
