package org.sightline.inspection;

import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.sightline.access.organisation.OrganisationLoaders;
import org.sightline.council.AreaLoaders;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about findings, and about who may see a record. */
@Singleton
class FindingFields implements RoomFields {
  static final String FINDING = "Finding";

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeFields.of(FINDING, Finding.class)
                .field("id", one -> new GlobalId(FINDING, String.valueOf(one.key())).encoded())
                .link(
                    "inspection",
                    (one, environment) ->
                        InspectionLoaders.inspection(environment, one.inspectionKey()))
                .link(
                    "council",
                    (one, environment) -> AreaLoaders.council(environment, one.councilKey()))
                .wiring())
        .type(
            TypeFields.of("RecordAccess", RecordAccess.class)
                .link(
                    "owner",
                    (one, environment) ->
                        one.ownerKey() == null
                            ? CompletableFuture.completedFuture(null)
                            : OrganisationLoaders.organisation(environment, one.ownerKey()))
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(FINDING, Finding.class, "RecordAccess", RecordAccess.class);
  }
}
