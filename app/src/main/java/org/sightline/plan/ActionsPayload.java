package org.sightline.plan;

import java.util.List;
import org.sightline.graphql.UserError;

/** What came of recording actions: the new ones in their order, or what was wrong. */
record ActionsPayload(List<Action> actions, List<UserError> errors) {}
