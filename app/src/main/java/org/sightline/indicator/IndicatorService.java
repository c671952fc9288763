package org.sightline.indicator;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Suggestions;

/** Indicator definitions. */
@Singleton
public class IndicatorService {
  private static final int SUGGESTIONS = 3;

  private final IndicatorRepository indicators;

  IndicatorService(IndicatorRepository indicators) {
    this.indicators = indicators;
  }

  /**
   * The indicator of a code.
   *
   * @throws BadUserInput when there is none; the message names the nearest
   */
  public Indicator getByCode(String code) {
    return indicators.findByCode(code).orElseThrow(() -> unknownCode(code));
  }

  /**
   * The indicators of some codes, in their order, in one statement.
   *
   * @throws BadUserInput when there is none of one of them; the message names the nearest
   */
  public List<Indicator> listByCodes(List<String> codes) {
    Map<String, Indicator> byCode =
        indicators.findByCodeIn(codes).stream()
            .collect(Collectors.toMap(Indicator::code, Function.identity()));
    codes.stream()
        .filter(code -> !byCode.containsKey(code))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw unknownCode(unknown);
            });
    return codes.stream().flatMap(code -> Stream.ofNullable(byCode.get(code))).toList();
  }

  /** Some indicators by id; ids that are not there are left out. */
  public Map<Integer, Indicator> byId(Collection<Integer> ids) {
    return indicators.findByIdIn(ids).stream()
        .collect(Collectors.toMap(Indicator::id, Function.identity()));
  }

  /**
   * The indicators that meet every condition given, by theme and name.
   *
   * @param search words that must all stand in the code, name or description
   * @throws BadUserInput when no indicator has the theme; the message names the themes
   */
  public List<Indicator> list(
      @Nullable String theme, @Nullable Boolean headline, @Nullable String search) {
    List<Indicator> all = indicators.findAllOrderByThemeAndName();
    if (theme != null && all.stream().noneMatch(indicator -> indicator.theme().equals(theme))) {
      throw new BadUserInput(
          "There is no theme '%s'. Allowed: %s."
              .formatted(
                  theme,
                  all.stream().map(Indicator::theme).distinct().collect(Collectors.joining(", "))));
    }
    return all.stream()
        .filter(indicator -> theme == null || indicator.theme().equals(theme))
        .filter(indicator -> headline == null || indicator.headline() == headline)
        .filter(indicator -> search == null || holdsEveryWord(indicator, search))
        .toList();
  }

  private static boolean holdsEveryWord(Indicator indicator, String search) {
    String text =
        (indicator.code() + " " + indicator.name() + " " + indicator.description())
            .toLowerCase(Locale.ROOT);
    return Arrays.stream(search.toLowerCase(Locale.ROOT).split("\\s+", -1))
        .allMatch(text::contains);
  }

  private BadUserInput unknownCode(String code) {
    List<String> known =
        indicators.findAllOrderByThemeAndName().stream().map(Indicator::code).toList();
    List<String> nearest = Suggestions.nearest(code, known, SUGGESTIONS);
    return new BadUserInput(
        "No indicator has the code '%s'.%s { indicators { code name } } lists all %d."
            .formatted(
                code,
                nearest.isEmpty() ? "" : " Nearest: " + String.join(", ", nearest) + ".",
                known.size()));
  }
}
