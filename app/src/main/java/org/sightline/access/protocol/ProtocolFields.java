package org.sightline.access.protocol;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.OrganisationLoaders;
import org.sightline.access.sharing.Preview;
import org.sightline.access.sharing.ScopeFields;
import org.sightline.access.sharing.SharingLoaders;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about protocols, and their changes. */
@Singleton
class ProtocolFields implements RoomFields {
  static final String PROTOCOL = "SharingProtocol";
  private static final String PARTY = "SharingProtocolParty";

  private final ProtocolService protocols;
  private final ProtocolChanges changes;

  ProtocolFields(ProtocolService protocols, ProtocolChanges changes) {
    this.protocols = protocols;
    this.changes = changes;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("sharingProtocols", _ -> protocols.list()))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("proposeSharingProtocol", Input.to(changes::propose))
                .dataFetcher("inviteToSharingProtocol", Input.to(changes::invite))
                .dataFetcher("signSharingProtocol", Input.to(changes::sign))
                .dataFetcher("leaveSharingProtocol", Input.to(changes::leave)))
        .type(protocol().wiring())
        .type(
            TypeFields.of(PARTY, Party.class)
                .link(
                    "organisation",
                    (one, environment) ->
                        OrganisationLoaders.organisation(environment, one.organisationKey()))
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        PROTOCOL,
        SharingProtocol.class,
        PARTY,
        Party.class,
        "ProposeSharingProtocolPayload",
        ProtocolPayload.class,
        "InviteToSharingProtocolPayload",
        ProtocolPayload.class,
        "SignSharingProtocolPayload",
        ProtocolPayload.class,
        "LeaveSharingProtocolPayload",
        ProtocolPayload.class);
  }

  private static TypeFields<SharingProtocol> protocol() {
    return ScopeFields.terms(TypeFields.of(PROTOCOL, SharingProtocol.class), SharingProtocol::terms)
        .field("id", one -> new GlobalId(PROTOCOL, String.valueOf(one.key())).encoded())
        .link(
            "convenor",
            (one, environment) -> OrganisationLoaders.organisation(environment, one.convenorKey()))
        .link(
            "parties",
            (one, environment) -> Loaders.load(environment, ProtocolLoaders.PARTIES, one.key()))
        .link("preview", ProtocolFields::preview);
  }

  private static CompletableFuture<@Nullable Preview> preview(
      SharingProtocol protocol, DataFetchingEnvironment environment) {
    return SharingLoaders.preview(environment, protocol.terms().scope(), protocol.hasViewer());
  }
}
