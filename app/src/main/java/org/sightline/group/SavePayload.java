package org.sightline.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;

/** What came of saving a group: the group, or what was wrong. */
record SavePayload(@Nullable SavedGroup savedGroup, List<UserError> errors) {}
