package org.sightline.governance.home;

import jakarta.inject.Singleton;
import java.util.List;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** What is recorded of homes, one statement for all of an answer. */
@Singleton
class HomeLoaders implements RoomLoaders {
  static final String GRADES = "childrensHomeGrades";

  private final HomeService homes;

  HomeLoaders(HomeService homes) {
    this.homes = homes;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        GRADES, Loaders.<Integer, List<ChildrensHomeGrade>>batch(homes::grades, List.of()));
  }
}
