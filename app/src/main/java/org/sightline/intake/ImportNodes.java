package org.sightline.intake;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.sightline.graphql.NodeSource;

/** Imports by their global ids. */
@Singleton
class ImportNodes implements NodeSource {
  private final ImportListService imports;

  ImportNodes(ImportListService imports) {
    this.imports = imports;
  }

  @Override
  public String typeName() {
    return ImportFields.IMPORT;
  }

  @Override
  public Optional<?> find(String key) {
    try {
      return imports.find(UUID.fromString(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
