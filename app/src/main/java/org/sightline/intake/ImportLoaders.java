package org.sightline.intake;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What hangs on imports, one statement for all of an answer. */
@Singleton
class ImportLoaders implements RoomLoaders {
  static final String REJECTIONS = "importRejections";
  static final String CLASS_CHANGES = "accessClassChanges";

  private final ImportListService imports;

  ImportLoaders(ImportListService imports) {
    this.imports = imports;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        REJECTIONS, Loaders.<UUID, List<Rejection>>batch(imports::rejections, List.of()));
    registry.register(
        CLASS_CHANGES,
        Loaders.<Integer, List<AccessClassChange>>batch(imports::classChanges, List.of()));
  }
}
