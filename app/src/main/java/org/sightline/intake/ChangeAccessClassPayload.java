package org.sightline.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.UserError;

/**
 * What came of a change of access class.
 *
 * @param changed null where nothing was
 */
record ChangeAccessClassPayload(@Nullable Import changed, List<UserError> errors) {}
