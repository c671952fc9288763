package org.sightline.intake;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  public Map<String, ?> find(Collection<String> keys) {
    List<UUID> asked = keys.stream().flatMap(key -> uuid(key).stream()).toList();
    Map<String, Object> found = new HashMap<>();
    if (!asked.isEmpty()) {
      imports.byKey(asked).forEach((key, one) -> found.put(key.toString(), one));
    }
    return found;
  }

  private static Optional<UUID> uuid(String key) {
    try {
      return Optional.of(UUID.fromString(key)).filter(one -> one.toString().equals(key));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
