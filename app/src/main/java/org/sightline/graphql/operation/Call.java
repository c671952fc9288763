package org.sightline.graphql.operation;

import org.jspecify.annotations.Nullable;
import org.sightline.graphql.cost.Charge;
import org.sightline.tenancy.RunningOperation;
import org.sightline.tenancy.Viewer;

/**
 * Who sends a request, and how.
 *
 * @param requestId as the answer's header says it, for the access log
 * @param traceParent by which its caller follows it, as W3C's trace context has it; null where the
 *     request has none
 * @param charge to whose account it goes; what every request costs has been taken by {@link
 *     Operations#refusalAtTheDoor}
 * @param queriesOnly whether anything but a query is refused, as over GET
 * @param running by which whoever holds it can stop the operation
 */
public record Call(
    Viewer viewer,
    String requestId,
    @Nullable String traceParent,
    Charge charge,
    boolean queriesOnly,
    RunningOperation running) {}
