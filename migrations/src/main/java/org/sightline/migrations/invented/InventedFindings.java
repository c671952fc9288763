package org.sightline.migrations.invented;

import org.sightline.migrations.DefinitionFiles.DefinitionFile;
import org.sightline.migrations.invented.Pool.Finding;
import org.sightline.migrations.invented.Pool.Stream;

/**
 * What the inspections of Northmere found: of each that a plan responds to, one finding a
 * workstream.
 */
final class InventedFindings {
  static final String SOURCE = "Invented for the demonstration";

  private static final String COLUMNS =
      "inspection,owner,access_class,kind,number,theme,area,text,source,paragraph";

  private final Pool pool;
  private final Table findings = new Table("findings.csv", COLUMNS);

  InventedFindings(Pool pool) {
    this.pool = pool;
  }

  DefinitionFile file() {
    for (InventedPlan plan : InventedPlan.values()) {
      ofInspection(plan);
    }
    for (Pool.Told told : pool.told()) {
      add(told.inspection(), told.kind(), told.number(), told.theme(), text(told));
    }
    return findings.file();
  }

  private void ofInspection(InventedPlan plan) {
    String inspection = plan.inspection();
    for (int number = 1; number <= plan.workstreams(); number++) {
      String theme = pool.workstreams().get(number - 1).theme();
      boolean isUrgent = plan == InventedPlan.EASTMOOR && number <= 2;
      String kind = isUrgent ? "PRIORITY_ACTION" : "AREA_FOR_IMPROVEMENT";
      Finding finding = pool.findingsOf(theme);
      String text = plan.number() % 2 == 1 ? finding.first() : finding.second();
      add(inspection, kind, number, theme, text);
    }
    String strong = pool.workstreams().get(8 - plan.number() % 3).theme();
    add(inspection, "STRENGTH", 20, strong, pool.findingsOf(strong).strength());
  }

  private String text(Pool.Told told) {
    Finding finding = pool.findingsOf(told.theme());
    return switch (told.which()) {
      case "first" -> finding.first();
      case "second" -> finding.second();
      case "strength" -> finding.strength();
      default -> throw new IllegalStateException("No such words: " + told.which());
    };
  }

  private void add(String inspection, String kind, int number, String theme, String text) {
    findings.add(
        inspection,
        null,
        "PUBLISHED",
        kind,
        number,
        theme,
        area(inspection, theme),
        text,
        SOURCE,
        "finding " + number);
  }

  /** Before 2023 children in care and care leavers were judged together. */
  private String area(String inspection, String theme) {
    String area =
        pool.workstreams().stream()
            .filter(stream -> stream.theme().equals(theme))
            .map(Stream::area)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No workstream about " + theme));
    int year = Integer.parseInt(inspection.replaceAll("^\\D+(\\d{4}).*", "$1"));
    boolean isCare = area.equals("children-in-care") || area.equals("care-leavers");
    return year < 2023 && isCare ? "care-and-care-leavers" : area;
  }
}
