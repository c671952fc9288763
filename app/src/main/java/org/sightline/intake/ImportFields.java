package org.sightline.intake;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.PageRequest;

/** The schema's questions about imports. */
@Singleton
class ImportFields implements RoomFields {
  static final String IMPORT = "Import";

  private final ImportListService imports;
  private final AccessClassService classes;

  ImportFields(ImportListService imports, AccessClassService classes) {
    this.imports = imports;
    this.classes = classes;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher(
                    ImportListService.LIST,
                    environment ->
                        imports.page(PageRequest.of(environment, ImportListService.LIST))))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("changeAccessClass", this::change))
        .type(imported().wiring())
        .type(
            TypeFields.of("ChangeAccessClassPayload", ChangeAccessClassPayload.class)
                .field("import", ChangeAccessClassPayload::changed)
                .wiring());
    Connection.wire(wiring, IMPORT);
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    Map<String, Class<? extends Record>> records = new HashMap<>(Connection.records(IMPORT));
    records.put(IMPORT, Import.class);
    records.put("ImportRejection", Rejection.class);
    records.put("AccessClassChange", AccessClassChange.class);
    records.put("ChangeAccessClassPayload", ChangeAccessClassPayload.class);
    return records;
  }

  private ChangeAccessClassPayload change(DataFetchingEnvironment environment) {
    return classes.change(ClassChangeRequest.of(Input.of(environment, "input")));
  }

  private static TypeFields<Import> imported() {
    return TypeFields.of(IMPORT, Import.class)
        .field("id", one -> new GlobalId(IMPORT, one.key().toString()).encoded())
        .field("key", one -> one.key().toString())
        .link(
            "rejections",
            (one, environment) -> Loaders.load(environment, ImportLoaders.REJECTIONS, one.key()))
        .link("classChanges", ImportFields::classChanges);
  }

  private static CompletableFuture<List<AccessClassChange>> classChanges(
      Import one, DataFetchingEnvironment environment) {
    Integer edition = one.editionKey();
    return edition == null
        ? CompletableFuture.completedFuture(List.of())
        : Loaders.load(environment, ImportLoaders.CLASS_CHANGES, edition);
  }
}
