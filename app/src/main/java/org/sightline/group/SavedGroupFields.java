package org.sightline.group;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.sightline.council.AreaLoaders;
import org.sightline.council.Council;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about saved groups, and their changes. */
@Singleton
class SavedGroupFields implements RoomFields {
  static final String SAVED_GROUP = "SavedGroup";

  private final SavedGroupService groups;

  SavedGroupFields(SavedGroupService groups) {
    this.groups = groups;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("savedGroups", _ -> groups.list()))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("saveCouncilGroup", Input.to(groups::save))
                .dataFetcher("removeCouncilGroup", Input.to(groups::remove)))
        .type(
            TypeFields.of(SAVED_GROUP, SavedGroup.class)
                .field("id", one -> new GlobalId(SAVED_GROUP, String.valueOf(one.key())).encoded())
                .link("councils", SavedGroupFields::councils)
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        SAVED_GROUP,
        SavedGroup.class,
        "SaveCouncilGroupPayload",
        SavePayload.class,
        "RemoveCouncilGroupPayload",
        RemovePayload.class);
  }

  private static CompletableFuture<List<Council>> councils(
      SavedGroup group, DataFetchingEnvironment environment) {
    return AreaLoaders.areas(environment)
        .thenApply(areas -> group.councilKeys().stream().map(areas::council).toList());
  }
}
