package org.sightline.search;

import jakarta.inject.Singleton;
import java.util.List;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;
import org.sightline.plan.Action;
import org.sightline.search.LinkService.SimilarTo;

/** What leads on from findings, one read for all of an answer. */
@Singleton
class SearchLoaders implements RoomLoaders {
  static final String ACTIONS = "actionsOfFindings";
  static final String SIMILAR = "similarFindings";

  private final LinkService links;

  SearchLoaders(LinkService links) {
    this.links = links;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(ACTIONS, Loaders.<Integer, List<Action>>batch(links::actions, List.of()));
    registry.register(
        SIMILAR, Loaders.<SimilarTo, List<SimilarFinding>>batch(links::similar, List.of()));
  }
}
