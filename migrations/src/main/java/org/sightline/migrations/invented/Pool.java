package org.sightline.migrations.invented;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.DefinitionFiles;

/** What invented councils find and do, theme by theme: {@code demonstration-pool/*.csv}. */
record Pool(List<Stream> workstreams, List<Deed> deeds, List<Finding> findings, List<Told> told) {
  private static final String FOLDER = "demonstration-pool";

  /**
   * @param area of the judgement that a finding of the theme belongs to
   */
  record Stream(String theme, String name, String leadRole, String area) {}

  /**
   * @param indicator by which it is to be seen whether it worked; null where there is none
   * @param expected UP or DOWN; null with the indicator
   */
  record Deed(
      String theme,
      String text,
      String ownerRole,
      String evidence,
      @Nullable String indicator,
      @Nullable String expected) {}

  /** Two weaknesses and a strength. */
  record Finding(String theme, String first, String second, String strength) {}

  /**
   * A finding of an inspection that no plan responds to.
   *
   * @param which of the theme's words: first, second or strength
   */
  record Told(String inspection, int number, String kind, String theme, String which) {}

  static Pool read() {
    return new Pool(
        rows(
            "workstreams.csv",
            row ->
                new Stream(
                    row.getField("theme"),
                    row.getField("name"),
                    row.getField("lead_role"),
                    row.getField("area"))),
        rows(
            "actions.csv",
            row ->
                new Deed(
                    row.getField("theme"),
                    row.getField("text"),
                    row.getField("owner_role"),
                    row.getField("evidence"),
                    orNull(row.getField("indicator")),
                    orNull(row.getField("expected")))),
        rows(
            "findings.csv",
            row ->
                new Finding(
                    row.getField("theme"),
                    row.getField("first"),
                    row.getField("second"),
                    row.getField("strength"))),
        rows(
            "told.csv",
            row ->
                new Told(
                    row.getField("inspection"),
                    Integer.parseInt(row.getField("number")),
                    row.getField("kind"),
                    row.getField("theme"),
                    row.getField("which"))));
  }

  List<Deed> deedsOf(String theme) {
    return deeds.stream().filter(deed -> deed.theme().equals(theme)).toList();
  }

  Finding findingsOf(String theme) {
    return findings.stream()
        .filter(finding -> finding.theme().equals(theme))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No findings about " + theme));
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static <T> List<T> rows(String name, Function<NamedCsvRecord, T> row) {
    return DefinitionFiles.list(FOLDER, name, Optional.empty()).stream()
        .flatMap(file -> CsvReader.builder().ofNamedCsvRecord(file.text()).stream())
        .map(row)
        .toList();
  }
}
