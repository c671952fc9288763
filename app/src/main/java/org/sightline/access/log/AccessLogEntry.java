package org.sightline.access.log;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Dataset;

/**
 * One read of the own organisation's unpublished data by a member of another.
 *
 * @param agreementKey null where a protocol allowed it
 * @param protocolKey null where an agreement allowed it
 * @param operationName null where the operation had none
 * @param rows null where a stream began
 * @param indicators codes
 * @param periods codes
 */
record AccessLogEntry(
    UUID key,
    OffsetDateTime at,
    String readerName,
    int readerOrganisationKey,
    Dataset dataset,
    @Nullable Integer agreementKey,
    @Nullable Integer protocolKey,
    @Nullable String operationName,
    String document,
    String requestId,
    AccessKind kind,
    @Nullable Long rows,
    List<String> indicators,
    List<String> periods) {}
