package org.sightline.governance.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Something that knows entries of councils' timelines. Every bean of this type is asked. */
interface TimelineSource {
  /** The kinds of its entries. */
  Set<TimelineKind> kinds();

  /**
   * Every entry of some councils that the viewer may see, in the same statements for any number.
   *
   * @param kinds those that are wanted; more may be given
   */
  List<TimelineEntry> entries(Collection<Integer> councilKeys, Set<TimelineKind> kinds);
}
