package org.sightline.access.sharing;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;
import org.sightline.indicator.Derivation;
import org.sightline.indicator.Indicator;
import org.sightline.indicator.IndicatorService;
import org.sightline.tenancy.Dataset;

/** Reads terms from an input, and says in a sentence each what is wrong with them. */
@Singleton
public class TermsReader {
  /** The longest purpose or reason. */
  public static final int LONGEST_PURPOSE = 2_000;

  private static final int MOST_INDICATORS = 200;
  private static final int OLDEST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private final IndicatorService indicators;
  private final TransactionClock clock;

  TermsReader(IndicatorService indicators, TransactionClock clock) {
    this.indicators = indicators;
    this.clock = clock;
  }

  /**
   * The terms of an input.
   *
   * @param errors is told what is wrong; then the terms are not to be kept
   */
  public Terms terms(Input input, UserErrors errors) {
    OffsetDateTime now = clock.now();
    OffsetDateTime from = Objects.requireNonNullElse(input.instant("validFrom"), now);
    OffsetDateTime to =
        Objects.requireNonNullElseGet(input.instant("validTo"), () -> from.plusYears(1));
    errors.addIf(
        !to.isAfter(from), "validTo", "WRONG_ORDER", "validTo must be later than validFrom.");
    errors.addIf(
        to.isAfter(from) && !to.isAfter(now),
        "validTo",
        "PAST",
        "validTo has passed: an agreement must hold for some time to come.");
    return new Terms(
        scope(input.nested("scope"), "scope.", errors),
        WrittenText.read("purpose", input.text("purpose"), LONGEST_PURPOSE, errors),
        input.choice("onwardPublication", OnwardPublication.class),
        input.choice("foiAnsweredBy", SharingSide.class),
        from,
        to);
  }

  /**
   * The scope of an input.
   *
   * @param prefix of the input's fields, such as {@code scope.}
   * @param errors is told what is wrong; then the scope is not to be kept
   */
  public Scope scope(Input input, String prefix, UserErrors errors) {
    List<Dataset> datasets =
        Objects.requireNonNull(input.texts("datasets")).stream()
            .distinct()
            .map(Dataset::valueOf)
            .toList();
    errors.addIf(
        datasets.isEmpty(),
        prefix + "datasets",
        "EMPTY",
        "Name one dataset or more of INDICATORS, INSPECTIONS, PLANS and AUDITS.");
    @Nullable LocalDate from = day(input, "periodsFrom", prefix, errors);
    @Nullable LocalDate to = day(input, "periodsTo", prefix, errors);
    errors.addIf(
        from != null && to != null && to.isBefore(from),
        prefix + "periodsTo",
        "WRONG_ORDER",
        "periodsTo must not be earlier than periodsFrom.");
    @Nullable List<String> codes = input.texts("indicators");
    Scope scope =
        new Scope(
            datasets,
            codes == null ? null : indicatorIds(codes, prefix + "indicators", errors),
            from,
            to);
    refuseNarrowedRecords(scope, prefix + "datasets", errors);
    return scope;
  }

  /** Signatories would take it to open what it does not. */
  private static void refuseNarrowedRecords(Scope scope, String field, UserErrors errors) {
    String records =
        scope.datasets().stream()
            .filter(one -> one != Dataset.INDICATORS)
            .map(Dataset::name)
            .collect(Collectors.joining(" and "));
    errors.addIf(
        scope.isNarrowed() && !records.isEmpty(),
        field,
        "NARROWED",
        "Only INDICATORS can be narrowed to indicators or periods: of %s nothing would be seen. Share them by terms of their own, without indicators, periodsFrom and periodsTo."
            .formatted(records));
  }

  private static @Nullable LocalDate day(
      Input input, String field, String prefix, UserErrors errors) {
    @Nullable LocalDate day = input.day(field);
    errors.addIf(
        day != null && (day.getYear() < OLDEST_YEAR || day.getYear() > LAST_YEAR),
        prefix + field,
        "NOT_ALLOWED",
        "%s must lie in the years %d to %d.".formatted(field, OLDEST_YEAR, LAST_YEAR));
    return day;
  }

  private List<Integer> indicatorIds(List<String> codes, String field, UserErrors errors) {
    errors.addIf(
        codes.isEmpty(),
        field,
        "EMPTY",
        "Name one indicator or more, or leave indicators out for all.");
    if (codes.size() > MOST_INDICATORS) {
      errors.add(
          field,
          "TOO_LONG",
          "At most %d indicators are named; these are %d."
              .formatted(MOST_INDICATORS, codes.size()));
      return List.of();
    }
    Map<String, Indicator> known =
        indicators.list(null, null, null).stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
    codes.stream()
        .distinct()
        .filter(code -> !known.containsKey(code))
        .forEach(
            code ->
                errors.add(
                    field,
                    "UNKNOWN_INDICATOR",
                    "No indicator has the code '%s'.%s"
                        .formatted(code, Suggestions.didYouMean(code, known.keySet()))));
    List<Indicator> named =
        codes.stream()
            .distinct()
            .filter(known::containsKey)
            .map(code -> Objects.requireNonNull(known.get(code)))
            .toList();
    named.forEach(indicator -> refuseDerived(indicator, known.values(), field, errors));
    return named.stream().map(Indicator::id).sorted().toList();
  }

  /** A council's return holds what such a rate is made of: a scope over the rate shows nothing. */
  private static void refuseDerived(
      Indicator indicator, Collection<Indicator> all, String field, UserErrors errors) {
    @Nullable Derivation derivation = indicator.derivation();
    if (derivation == null) {
      return;
    }
    String counted = code(derivation.numeratorId(), all);
    errors.add(
        field,
        "DERIVED_INDICATOR",
        "%s is calculated from %s and %s: name %s instead, and who sees that sees the rate."
            .formatted(indicator.code(), counted, code(derivation.denominatorId(), all), counted));
  }

  private static String code(int id, Collection<Indicator> all) {
    return all.stream().filter(one -> one.id() == id).findFirst().orElseThrow().code();
  }
}
