package org.sightline.attribute;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.council.GroupSource;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Input;

/** Councils by what is known of them at a day: the field {@code attribute} of a group. */
@Singleton
class AttributeGroups implements GroupSource {
  private static final int MOST_VALUES = 50;
  private static final int MOST_CONDITIONS = 4;
  private static final int MOST_SAID = 30;

  private final AttributeService attributes;

  AttributeGroups(AttributeService attributes) {
    this.attributes = attributes;
  }

  @Override
  public String field() {
    return "attribute";
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<Council> members(Object asked, Areas areas, LocalDate day) {
    Input first = new Input((Map<String, @Nullable Object>) asked);
    List<Input> conditions = conditions(first);
    List<Attribute> known = attributes.definitions();
    @Nullable String region = first.text("region");
    List<Council> councils =
        region == null
            ? areas.councils()
            : areas.councilsOf(CouncilGroupService.region(region, areas));
    for (Input condition : conditions) {
      Attribute attribute = AttributeService.get(known, condition.required("attribute"));
      Set<String> values = values(condition, attribute);
      @Nullable LocalDate at = condition.day("at");
      Map<Integer, String> ofCouncils = attributes.onDay(attribute, at == null ? day : at);
      councils =
          councils.stream()
              .filter(council -> values.contains(ofCouncils.getOrDefault(council.key(), "")))
              .toList();
    }
    return councils;
  }

  @SuppressWarnings("unchecked")
  private static List<Input> conditions(Input first) {
    List<Input> conditions = new ArrayList<>(List.of(first));
    if (first.values().get("and") instanceof List<?> more) {
      more.forEach(one -> conditions.add(new Input((Map<String, @Nullable Object>) one)));
    }
    if (conditions.size() > MOST_CONDITIONS + 1) {
      throw new BadUserInput(
          "A group by attribute has at most %d conditions under 'and'; this one has %d."
              .formatted(MOST_CONDITIONS, conditions.size() - 1),
          "and");
    }
    return conditions;
  }

  private static Set<String> values(Input condition, Attribute attribute) {
    List<String> asked = Objects.requireNonNull(condition.texts("anyOf"));
    if (asked.isEmpty() || asked.size() > MOST_VALUES) {
      throw new BadUserInput(
          "anyOf names 1 to %d values; this one names %d.%s"
              .formatted(MOST_VALUES, asked.size(), allowed(attribute)),
          "anyOf");
    }
    Set<String> values = new HashSet<>();
    for (String value : asked) {
      values.add(attribute.find(value).orElseThrow(() -> unknown(value, attribute)));
    }
    return values;
  }

  private static BadUserInput unknown(String value, Attribute attribute) {
    return new BadUserInput(
        "'%s' is no value of %s.%s".formatted(value, attribute.code(), allowed(attribute)),
        "anyOf",
        attribute.knownValues());
  }

  private static String allowed(Attribute attribute) {
    List<String> known = attribute.knownValues();
    return known.isEmpty()
        ? " No council has any yet."
        : known.stream()
            .limit(MOST_SAID)
            .collect(
                Collectors.joining(", ", " Allowed: ", known.size() > MOST_SAID ? ", ..." : "."));
  }
}
