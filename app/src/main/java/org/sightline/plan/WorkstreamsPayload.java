package org.sightline.plan;

import java.util.List;
import org.sightline.graphql.UserError;

/** What came of recording workstreams: the new ones in their order, or what was wrong. */
record WorkstreamsPayload(List<Workstream> workstreams, List<UserError> errors) {}
