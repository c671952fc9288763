package org.sightline.governance.home;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;

/** What came of giving out counts: they, or what was wrong. */
record CountsPayload(@Nullable ChildrensHomeCounts counts, List<UserError> errors) {}
