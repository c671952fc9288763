package org.sightline.access.sharing;

import java.util.List;
import org.sightline.indicator.Period;

/**
 * What a scope shows of the own organisation's data at this moment.
 *
 * @param records by kind; empty where the scope opens none
 */
public record Preview(List<OfIndicator> indicators, List<OfRecords> records) {
  /** Of a scope over which there is nothing. */
  static final Preview NOTHING = new Preview(List.of(), List.of());

  /**
   * One indicator.
   *
   * @param periods of which something would be seen, the newest first
   * @param wouldBeSeen observations that are released as shared
   * @param wouldStayHidden observations for the council only, or under an embargo
   */
  public record OfIndicator(
      int indicatorId, List<Period> periods, long wouldBeSeen, long wouldStayHidden) {}

  /**
   * Records of one kind.
   *
   * @param wouldBeSeen those that are shared
   * @param wouldStayHidden those for the council only, under an embargo, or of an inspection that
   *     is
   */
  public record OfRecords(SharedRecordKind kind, long wouldBeSeen, long wouldStayHidden) {}

  long wouldBeSeen() {
    return indicators.stream().mapToLong(OfIndicator::wouldBeSeen).sum();
  }

  long wouldStayHidden() {
    return indicators.stream().mapToLong(OfIndicator::wouldStayHidden).sum();
  }
}
