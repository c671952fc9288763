package org.sightline.graphql.operation;

import org.sightline.graphql.cost.Charge;
import org.sightline.tenancy.RunningOperation;
import org.sightline.tenancy.Viewer;

/**
 * Who sends a request, and how.
 *
 * @param requestId as the answer's header says it, for the access log
 * @param charge to whose account it goes; what every request costs has been taken by {@link
 *     Operations#refusalAtTheDoor}
 * @param queriesOnly whether anything but a query is refused, as over GET
 * @param running by which whoever holds it can stop the operation
 */
public record Call(
    Viewer viewer,
    String requestId,
    Charge charge,
    boolean queriesOnly,
    RunningOperation running) {}
