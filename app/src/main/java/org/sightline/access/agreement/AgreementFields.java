package org.sightline.access.agreement;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.OrganisationLoaders;
import org.sightline.access.sharing.Preview;
import org.sightline.access.sharing.ScopeFields;
import org.sightline.access.sharing.SharingLoaders;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.tenancy.BoundViewer;

/** The schema's questions about agreements, and their changes. */
@Singleton
class AgreementFields implements RoomFields {
  static final String AGREEMENT = "SharingAgreement";

  private final AgreementService agreements;
  private final AgreementChanges changes;

  AgreementFields(AgreementService agreements, AgreementChanges changes) {
    this.agreements = agreements;
    this.changes = changes;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(AgreementService.LIST, this::agreements))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("proposeSharingAgreement", Input.to(changes::propose))
                .dataFetcher("signSharingAgreement", Input.to(changes::sign))
                .dataFetcher("revokeSharingAgreement", Input.to(changes::revoke)))
        .type(agreement().wiring())
        .type(
            TypeFields.of("SharingSignature", Signature.class)
                .link(
                    "organisation",
                    (one, environment) ->
                        OrganisationLoaders.organisation(environment, one.organisationKey()))
                .wiring());
    Connection.wire(wiring, AGREEMENT);
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records = new HashMap<>(Connection.records(AGREEMENT));
    records.put(AGREEMENT, SharingAgreement.class);
    records.put("SharingSignature", Signature.class);
    records.put("ProposeSharingAgreementPayload", AgreementPayload.class);
    records.put("SignSharingAgreementPayload", AgreementPayload.class);
    records.put("RevokeSharingAgreementPayload", AgreementPayload.class);
    return records;
  }

  private Connection<SharingAgreement> agreements(DataFetchingEnvironment environment) {
    return agreements.page(
        environment.getArgument("state"), PageRequest.of(environment, AgreementService.LIST));
  }

  private static TypeFields<SharingAgreement> agreement() {
    return ScopeFields.terms(
            TypeFields.of(AGREEMENT, SharingAgreement.class), SharingAgreement::terms)
        .field("id", one -> new GlobalId(AGREEMENT, String.valueOf(one.key())).encoded())
        .link(
            "owner",
            (one, environment) -> OrganisationLoaders.organisation(environment, one.ownerKey()))
        .link(
            "recipient",
            (one, environment) -> OrganisationLoaders.organisation(environment, one.recipientKey()))
        .field("revokedAt", one -> one.revocation().map(Revocation::at).orElse(null))
        .field("revokedBy", one -> one.revocation().map(Revocation::by).orElse(null))
        .field("revokedFor", one -> one.revocation().map(Revocation::side).orElse(null))
        .field("revokedBecause", one -> one.revocation().map(Revocation::because).orElse(null))
        .link("preview", AgreementFields::preview);
  }

  private static CompletableFuture<@Nullable Preview> preview(
      SharingAgreement agreement, DataFetchingEnvironment environment) {
    return SharingLoaders.preview(
        environment, agreement.terms().scope(), BoundViewer.current().owns(agreement.ownerKey()));
  }
}
