package org.sightline.group;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;

/** What came of removing a group: its name, or what was wrong. */
record RemovePayload(@Nullable String removed, List<UserError> errors) {}
