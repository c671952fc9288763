package org.sightline.access.sharing;

import java.util.List;
import org.sightline.indicator.Period;

/** What a scope shows of the own organisation's data at this moment. */
public record Preview(List<OfIndicator> indicators) {
  /** Of a scope over which there is nothing. */
  static final Preview NOTHING = new Preview(List.of());

  /**
   * One indicator.
   *
   * @param periods of which something would be seen, the newest first
   * @param wouldBeSeen observations that are released as shared
   * @param wouldStayHidden observations for the council only, or under an embargo
   */
  public record OfIndicator(
      int indicatorId, List<Period> periods, long wouldBeSeen, long wouldStayHidden) {}

  long wouldBeSeen() {
    return indicators.stream().mapToLong(OfIndicator::wouldBeSeen).sum();
  }

  long wouldStayHidden() {
    return indicators.stream().mapToLong(OfIndicator::wouldStayHidden).sum();
  }
}
