package org.sightline.graphql.operation;

import org.sightline.tenancy.RunningOperation;
import org.sightline.tenancy.Viewer;

/**
 * Who sends a request, and how.
 *
 * @param requestId as the answer's header says it, for the access log
 * @param address of the client, to whose account it goes what is asked without signing in
 * @param queriesOnly whether anything but a query is refused, as over GET
 * @param running by which whoever holds it can stop the operation
 */
public record Call(
    Viewer viewer,
    String requestId,
    String address,
    boolean queriesOnly,
    RunningOperation running) {}
