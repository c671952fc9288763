package org.sightline.attribute;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What councils are, one statement for all councils of an answer, whatever the days. */
@Singleton
class AttributeLoaders implements RoomLoaders {
  static final String OF_COUNCILS = "councilAttributes";
  static final String DEFINITIONS = "attributeDefinitions";
  static final String ALL = "all";

  private final AttributeService attributes;

  AttributeLoaders(AttributeService attributes) {
    this.attributes = attributes;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        OF_COUNCILS,
        Loaders.<Integer, List<CouncilAttribute>>batch(attributes::ofCouncils, List.of()));
    registry.register(
        DEFINITIONS,
        Loaders.<String, List<Attribute>>batch(
            _ -> Map.of(ALL, attributes.definitions()), List.of()));
  }
}
