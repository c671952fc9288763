package org.sightline.governance.timeline;

import jakarta.inject.Singleton;
import java.util.List;
import org.dataloader.DataLoaderRegistry;
import org.sightline.governance.timeline.TimelineService.Asked;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** Timelines, the same statements for all councils of an answer. */
@Singleton
class TimelineLoaders implements RoomLoaders {
  static final String TIMELINES = "timelines";

  private final TimelineService timelines;

  TimelineLoaders(TimelineService timelines) {
    this.timelines = timelines;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        TIMELINES, Loaders.<Asked, List<TimelineEntry>>batch(timelines::entries, List.of()));
  }
}
