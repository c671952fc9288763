package org.sightline.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.EditionStore.EarlierFile;
import org.sightline.intake.ReferenceStore.Release;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;
import org.sightline.intake.mapping.MappingFormat;
import org.sightline.intake.mapping.Measure;

/** An official file, read by its mapping. */
record OfficialDelivery(ImportRequest request, Mapping layout, MappingCatalogue catalogue)
    implements EditionDelivery, OfficialFile {
  @Override
  public String table() {
    return layout.table();
  }

  @Override
  public @Nullable String release() {
    return request.release();
  }

  @Override
  public long mostRejections() {
    return Long.MAX_VALUE;
  }

  @Override
  public boolean looksElsewhere() {
    return layout.measures().stream()
        .anyMatch(one -> one.denominator() != null && one.denominator().isInAnotherRow());
  }

  @Override
  public List<String> restatements() {
    return layout.format() == MappingFormat.EES_CSV
        ? catalogue.names(MappingFormat.LONG_FORM)
        : List.of();
  }

  @Override
  public FileRows rows(Header header, ReferenceStore reference, Tally tally, Names names) {
    return switch (layout.format()) {
      case DICTIONARY -> new DictionaryRows(layout.name(), header);
      case EES_CSV ->
          new EesRows(layout, header, indicators(reference), reference.areaCodes(), tally, names);
      case LONG_FORM ->
          new LongFormRows(
              layout, header, indicators(reference), reference.areaCodes(), tally, names);
      case ATTRIBUTE_CSV, INSPECTION_TABLE ->
          throw new IllegalStateException("The file has no figures: " + layout.name());
    };
  }

  private Map<String, IndicatorFacts> indicators(ReferenceStore reference) {
    Set<String> codes = new HashSet<>(layout.periods().keySet());
    layout.measures().stream().map(Measure::indicator).forEach(codes::add);
    Map<String, IndicatorFacts> indicators = reference.indicators(codes);
    List<String> unknown =
        codes.stream().filter(code -> !indicators.containsKey(code)).sorted().toList();
    if (!unknown.isEmpty()) {
      throw new ImportRefusedException(
          "The mapping "
              + layout.name()
              + " names indicators that are not defined: "
              + String.join(", ", unknown)
              + ".");
    }
    return indicators;
  }

  @Override
  public boolean isWhole(EarlierFile earlier) {
    if (request.release() != null && !request.release().equals(earlier.release())) {
      throw new ImportRefusedException(
          "This very file stands already as part of the release %s, so it cannot be of the release %s. Nothing was written."
              .formatted(earlier.release(), request.release()));
    }
    return layout.name().equals(earlier.mapping()) && !earlier.hadRejections();
  }

  @Override
  public boolean isNoMoreThan(EarlierFile earlier, long rowsTaken) {
    return false;
  }

  @Override
  public Release choose(ReferenceStore reference, @Nullable String ofRows) {
    return new ReleaseChoice(reference, layout, request).choose(ofRows);
  }
}
