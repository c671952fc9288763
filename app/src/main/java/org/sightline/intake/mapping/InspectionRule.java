package org.sightline.intake.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a table of inspections is read. A day is written as 31/03/2025, 31/03/25 or 2025-03-31.
 *
 * @param source who says it all
 * @param council the column with a code, or a name that is known word for word
 * @param nothing texts that say as little as a blank cell
 * @param reasons texts that say why there is no grade, each with the reason
 * @param accounts the inspections that one row may speak of
 * @param attribute what the grades make of councils, null where nothing
 */
public record InspectionRule(
    Source source,
    String council,
    Set<String> nothing,
    Map<String, String> reasons,
    List<AccountRule> accounts,
    @Nullable GradedAttribute attribute) {
  private static final Set<String> REASONS =
      Set.of("NOT_JUDGED_UNDER_FRAMEWORK", "BEFORE_AREA_EXISTED", "NOT_STATED");

  /**
   * Who says something of inspections.
   *
   * @param code stays the same for every later file of the same source
   * @param kind {@code OFFICIAL_STATISTICS} or {@code COMMUNITY_TABLE}, by which it is believed
   * @param publishedOn when the file came out, as far as it is known
   */
  public record Source(
      @JsonProperty(value = "code", required = true) String code,
      @JsonProperty(value = "kind", required = true) String kind,
      @JsonProperty(value = "title", required = true) String title,
      @JsonProperty(value = "publisher", required = true) String publisher,
      @JsonProperty("published-on") @Nullable String publishedOn) {
    private static final Set<String> KINDS = Set.of("OFFICIAL_STATISTICS", "COMMUNITY_TABLE");

    public Source {
      if (!KINDS.contains(kind)) {
        throw new IllegalArgumentException(
            "the source's kind is " + kind + "; an official file's is one of " + KINDS);
      }
    }

    /** The day on which it came out, null where it is not known. */
    public @Nullable LocalDate day() {
      return publishedOn == null ? null : LocalDate.parse(publishedOn);
    }
  }

  /**
   * The attribute that a grade gives a council, from the day of publication on.
   *
   * @param code the attribute's
   * @param area whose grade it is
   */
  public record GradedAttribute(
      @JsonProperty(value = "code", required = true) String code,
      @JsonProperty(value = "area", required = true) String area) {}

  public InspectionRule {
    nothing = Set.copyOf(nothing);
    reasons = Map.copyOf(reasons);
    accounts = List.copyOf(accounts);
    if (accounts.isEmpty()) {
      throw new IllegalArgumentException("'accounts' is missing or empty");
    }
    if (!REASONS.containsAll(reasons.values())) {
      throw new IllegalArgumentException("'reasons' gives reasons of " + REASONS + " only");
    }
  }

  @JsonCreator
  static InspectionRule read(
      @JsonProperty(value = "source", required = true) Source source,
      @JsonProperty(value = "council", required = true) String council,
      @JsonProperty("nothing") @Nullable Set<String> nothing,
      @JsonProperty("reasons") @Nullable Map<String, String> reasons,
      @JsonProperty(value = "accounts", required = true) List<AccountRule> accounts,
      @JsonProperty("attribute") @Nullable GradedAttribute attribute) {
    return new InspectionRule(
        source,
        council,
        nothing == null ? Set.of() : nothing,
        reasons == null ? Map.of() : reasons,
        accounts,
        attribute);
  }

  /** The columns that it reads. */
  public Set<String> columns() {
    Set<String> columns = new LinkedHashSet<>(Set.of(council));
    accounts.forEach(one -> columns.addAll(one.columns()));
    return columns;
  }
}
