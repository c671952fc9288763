package org.sightline.governance.timeline;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.sightline.governance.intervention.Intervention;
import org.sightline.governance.intervention.InterventionService;

/** Interventions on the timeline. */
@Singleton
class InterventionEntries implements TimelineSource {
  private final InterventionService interventions;

  InterventionEntries(InterventionService interventions) {
    this.interventions = interventions;
  }

  @Override
  public Set<TimelineKind> kinds() {
    return Set.of(TimelineKind.INTERVENTION);
  }

  @Override
  public List<TimelineEntry> entries(Collection<Integer> councilKeys, Set<TimelineKind> kinds) {
    return interventions.ofCouncils(councilKeys).stream().map(InterventionEntries::entry).toList();
  }

  private static TimelineEntry entry(Intervention one) {
    return new TimelineEntry(
        "intervention-" + one.key(),
        one.councilKey(),
        TimelineKind.INTERVENTION,
        one.from(),
        one.to(),
        end(one),
        one.kind().words(),
        one.note() == null ? one.span() : one.span() + ". " + one.note(),
        one.source(),
        one.paragraph(),
        List.of(one));
  }

  private static TimelineEnd end(Intervention one) {
    if (one.to() != null) {
      return TimelineEnd.KNOWN;
    }
    return one.ended() == null ? TimelineEnd.GOES_ON : TimelineEnd.NOT_STATED;
  }
}
