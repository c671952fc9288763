package org.sightline.access.sharing;

import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.sightline.access.organisation.OrganisationLoaders;
import org.sightline.access.sharing.Preview.OfIndicator;
import org.sightline.access.sharing.Preview.OfRecords;
import org.sightline.graphql.Input;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.IndicatorLoaders;

/** The schema's questions about who sees what of ours, and what sharing would show. */
@Singleton
class SharingFields implements RoomFields {
  private static final String GRANT = "Grant";
  private static final String OF_INDICATOR = "IndicatorPreview";
  private static final String OF_RECORDS = "RecordsPreview";

  private final GrantService grants;
  private final PreviewService previews;

  SharingFields(GrantService grants, PreviewService previews) {
    this.grants = grants;
    this.previews = previews;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(
                    "whoSeesOurs",
                    environment -> grants.grantsOfOurs(environment.getArgument("at")))
                .dataFetcher(
                    "sharingPreview",
                    environment -> previews.preview(Input.of(environment, "scope"))))
        .type(grant().wiring())
        .type(
            TypeFields.of("SharingPreview", Preview.class)
                .field("wouldBeSeen", Preview::wouldBeSeen)
                .field("wouldStayHidden", Preview::wouldStayHidden)
                .wiring())
        .type(
            TypeFields.of(OF_INDICATOR, OfIndicator.class)
                .link(
                    "indicator",
                    (one, environment) ->
                        IndicatorLoaders.indicators(environment, List.of(one.indicatorId()))
                            .thenApply(List::getFirst))
                .wiring())
        .type(TypeFields.of(OF_RECORDS, OfRecords.class).wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        GRANT,
        Grant.class,
        "SharingPreview",
        Preview.class,
        OF_INDICATOR,
        OfIndicator.class,
        OF_RECORDS,
        OfRecords.class);
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of("OnwardPublication", OnwardPublication.class);
  }

  private static TypeFields<Grant> grant() {
    return ScopeFields.scope(TypeFields.of(GRANT, Grant.class), Grant::scope)
        .link(
            "recipient",
            (one, environment) -> OrganisationLoaders.organisation(environment, one.recipientKey()))
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
