package org.sightline.access.log;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.OrganisationLoaders;
import org.sightline.access.sharing.SharingLoaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;

/** The schema's questions about the access log. */
@Singleton
class AccessLogFields implements RoomFields {
  private static final String ENTRY = "AccessLogEntry";

  private final AccessLogService log;

  AccessLogFields(AccessLogService log) {
    this.log = log;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(AccessLogService.LIST, this::entries))
        .type(entry().wiring());
    Connection.wire(wiring, "AccessLog");
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records = new HashMap<>(Connection.records("AccessLog"));
    records.put(ENTRY, AccessLogEntry.class);
    return records;
  }

  private Connection<AccessLogEntry> entries(DataFetchingEnvironment environment) {
    PageRequest page = PageRequest.of(environment, AccessLogService.LIST);
    @Nullable String organisation = environment.getArgument("organisation");
    AccessLogFilter filter =
        new AccessLogFilter(
            environment.getArgument("from"),
            environment.getArgument("to"),
            organisation == null ? null : log.organisationKey(organisation),
            environment.getArgument("dataset"));
    return log.page(filter, page);
  }

  private static TypeFields<AccessLogEntry> entry() {
    return TypeFields.of(ENTRY, AccessLogEntry.class)
        .link(
            "readerOrganisation",
            (one, environment) ->
                OrganisationLoaders.organisation(environment, one.readerOrganisationKey()))
        .link(
            "agreement",
            (one, environment) ->
                SharingLoaders.linked(environment, SharingLoaders.AGREEMENTS, one.agreementKey()))
        .link(
            "protocol",
            (one, environment) ->
                SharingLoaders.linked(environment, SharingLoaders.PROTOCOLS, one.protocolKey()));
  }
}
