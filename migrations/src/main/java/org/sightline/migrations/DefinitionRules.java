package org.sightline.migrations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.migrations.IndicatorDefinition.Derivation;
import org.sightline.migrations.IndicatorDefinition.Target;
import org.sightline.migrations.IndicatorDefinition.Version;

/** What a definition must keep, beyond having its parts. */
final class DefinitionRules {
  private static final List<String> KINDS =
      List.of("COUNT", "PROPORTION", "RATE", "RATIO", "MEAN", "OTHER");
  private static final List<String> NATURES = List.of("FLOW", "STOCK");
  private static final Set<String> OF_TWO_NUMBERS = Set.of("PROPORTION", "RATE", "RATIO");
  private static final String TOTAL = "total";

  private final IndicatorDefinition definition;

  private DefinitionRules(IndicatorDefinition definition) {
    this.definition = definition;
  }

  /**
   * @throws MigrationFailure with a sentence that names the indicator and the rule
   */
  static void check(IndicatorDefinition definition) {
    DefinitionRules rules = new DefinitionRules(definition);
    rules.kind();
    rules.multiplier();
    rules.partitions();
    rules.versions();
    rules.targets();
  }

  private void kind() {
    String kind = definition.kind();
    require(KINDS.contains(kind), "has the kind '%s'. Allowed: %s.".formatted(kind, KINDS));
    require(
        NATURES.contains(definition.nature()),
        "has the nature '%s'. Allowed: %s.".formatted(definition.nature(), NATURES));
    require(
        !definition.doesOverlap() || definition.nature().equals("STOCK"),
        "overlaps, so its figures do not count different things: its nature is STOCK, not %s."
            .formatted(definition.nature()));
    require(
        !kind.equals("PROPORTION") || definition.unit().equals("PERCENT"),
        "is a PROPORTION, so its unit is PERCENT, not %s.".formatted(definition.unit()));
    require(
        !OF_TWO_NUMBERS.contains(kind)
            || (definition.numerator() != null && definition.denominator() != null),
        "is a %s, so it says its numerator and its denominator in words.".formatted(kind));
  }

  private void multiplier() {
    @Nullable Derivation derivation = definition.derivation();
    @Nullable String known = definition.rateMultiplier();
    require(
        derivation == null
            || known == null
            || derivation.multiplier().toPlainString().equals(known),
        "is derived with the multiplier %s, but its unit has %s."
            .formatted(
                derivation == null ? "" : derivation.multiplier().toPlainString(),
                String.valueOf(known)));
  }

  private void partitions() {
    @Nullable Map<String, String> byDefault = definition.defaultBreakdown();
    require(
        byDefault == null || !byDefault.containsValue(TOTAL),
        "has '%s' in its default-breakdown, a word that is reserved.".formatted(TOTAL));
    definition.partitionsOrNone().forEach(this::partition);
  }

  private void partition(String dimension, List<String> members) {
    require(
        definition.kind().equals("COUNT") || definition.rateMultiplier() != null,
        "is no count and no quotient of counts, which alone are summed, so it has no partitions.");
    require(
        definition.derivation() == null,
        "is derived, over one denominator for all its parts, so it has no partitions.");
    require(
        Set.copyOf(members).size() == members.size() && members.size() > 1,
        "is parted by %s, which needs two members or more, each once.".formatted(dimension));
    require(
        !members.contains(TOTAL),
        "is parted by %s with the member '%s', a word that is reserved."
            .formatted(dimension, TOTAL));
  }

  private void versions() {
    List<Version> versions = definition.versionsOrFirst();
    @Nullable LocalDate before = null;
    for (int place = 0; place < versions.size(); place++) {
      Version version = versions.get(place);
      require(
          version.number() == place + 1,
          "has the version %s where %s is next.".formatted(version.number(), place + 1));
      require(
          (place == 0) == (version.firstPeriodEnd() == null),
          "has a version %s; every version but the first names its first-period-end, and the first has none."
              .formatted(version.number()));
      require(place > 0 || !version.breaksSeries(), "has a first version that breaks the series.");
      @Nullable LocalDate end = day(version.firstPeriodEnd());
      require(
          before == null || end == null || end.isAfter(before),
          "has the version %s, which begins before the one it follows."
              .formatted(version.number()));
      before = end;
    }
  }

  private void targets() {
    for (Target target : definition.targetsOrNone()) {
      LocalDate from = Objects.requireNonNull(day(target.from()));
      @Nullable LocalDate to = day(target.to());
      require(
          to == null || !to.isBefore(from),
          "has a target that ends before %s, its first day.".formatted(from));
      require(
          target.tolerance() == null || target.tolerance().signum() >= 0,
          "has a target with the tolerance %s, which is below 0."
              .formatted(String.valueOf(target.tolerance())));
    }
  }

  private @Nullable LocalDate day(@Nullable String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new MigrationFailure(
          "The indicator '%s' has the day '%s', which is not written as 2014-03-31."
              .formatted(definition.code(), text),
          e);
    }
  }

  private void require(boolean kept, String rule) {
    if (!kept) {
      throw new MigrationFailure("The indicator '%s' %s".formatted(definition.code(), rule));
    }
  }
}
