package org.sightline.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sightline.benchmark.statistics.Direction;
import org.sightline.council.CouncilGroup;
import org.sightline.council.GroupArgument;
import org.sightline.indicator.PeriodType;

/**
 * What a citation pins, as the text that stands in it.
 *
 * @param pinned the group's councils, as {@link PinnedGroup} writes them; empty where who they are
 *     is not public, or there are none
 * @param marks of what everybody may see
 * @param fingerprint of all figures
 */
record CitationText(
    String indicator,
    BenchmarkQuestion question,
    String pinned,
    CitationMarks marks,
    String fingerprint) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Stands for a day among texts, which JSON cannot tell apart. */
  private static final String DAY = "$day";

  /**
   * What is pinned of a benchmark: its own period and model, whether they were asked for or not.
   *
   * @param lastArrival when the last came in of what it could be made of
   */
  static CitationText of(
      Benchmark benchmark, CitationStore.Print print, @Nullable OffsetDateTime lastArrival) {
    BenchmarkQuestion asked = benchmark.question();
    return new CitationText(
        benchmark.indicator().code(),
        new BenchmarkQuestion(
            benchmark.period().code(),
            benchmark.period().type(),
            asked.among(),
            asked.amongAsAsked(),
            asked.asAt(),
            asked.direction(),
            asked.breakdown(),
            benchmark.surroundings().model().code(),
            asked.knownAt() == null ? lastArrival : asked.knownAt()),
        PinnedGroup.isPublic(asked) ? PinnedGroup.keys(benchmark) : "",
        CitationMarks.of(benchmark, print.key()),
        print.fingerprint());
  }

  /** The text, safe in an address. */
  String encoded() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("indicator", indicator);
    json.put("period", question.period());
    json.put("type", String.valueOf(question.periodType()));
    json.put("asAt", question.asAt().toString());
    json.put("knownAt", question.knownAt() == null ? null : question.knownAt().toString());
    json.set("among", group(question));
    json.put("pinned", pinned);
    json.put("direction", question.direction() == null ? null : question.direction().name());
    json.set("breakdown", JSON.valueToTree(new TreeMap<>(question.breakdown())));
    json.put("model", question.neighbourModel());
    json.put("members", marks.members());
    json.put("marks", marks.each());
    json.put("around", marks.around());
    json.put("fingerprint", fingerprint);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The group as it was asked for: the same of the same question. */
  static JsonNode group(BenchmarkQuestion question) {
    return JSON.valueToTree(plain(question.amongAsAsked()));
  }

  /** Reads a text that this service is known to have made. */
  static CitationText decode(String encoded) {
    JsonNode json = json(encoded);
    @Nullable Map<String, Object> among = group(json.path("among"));
    @Nullable String direction = json.path("direction").textValue();
    @Nullable String knownAt = json.path("knownAt").textValue();
    String pinned = json.path("pinned").asText();
    Map<String, String> breakdown = new LinkedHashMap<>();
    json.path("breakdown")
        .properties()
        .forEach(member -> breakdown.put(member.getKey(), member.getValue().textValue()));
    return new CitationText(
        json.path("indicator").asText(),
        new BenchmarkQuestion(
            json.path("period").asText(),
            PeriodType.valueOf(json.path("type").asText()),
            pinned.isEmpty()
                ? GroupArgument.read(among)
                : new CouncilGroup.Pinned(PinnedGroup.read(pinned)),
            among,
            LocalDate.parse(json.path("asAt").asText()),
            direction == null ? null : Direction.valueOf(direction),
            breakdown,
            json.path("model").asText(),
            knownAt == null ? null : OffsetDateTime.parse(knownAt)),
        pinned,
        new CitationMarks(
            json.path("members").asText(),
            json.path("marks").asText(),
            json.path("around").asText()),
        json.path("fingerprint").asText());
  }

  private static JsonNode json(String encoded) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(encoded));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object plain(@Nullable Object argument) {
    return switch (argument) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> plain = new TreeMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), plain(value)));
        yield plain;
      }
      case List<?> list -> list.stream().map(CitationText::plain).toList();
      case LocalDate day -> Map.of(DAY, day.toString());
      case null -> null;
      default -> argument;
    };
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Map<String, Object> group(JsonNode among) {
    return among.isObject() ? (Map<String, Object>) asked(among) : null;
  }

  private static @Nullable Object asked(JsonNode node) {
    if (node.has(DAY)) {
      return LocalDate.parse(node.path(DAY).asText());
    }
    return switch (node.getNodeType()) {
      case OBJECT -> {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), asked(field.getValue())));
        yield map;
      }
      case ARRAY -> {
        List<@Nullable Object> list = new ArrayList<>();
        node.forEach(element -> list.add(asked(element)));
        yield list;
      }
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> node.numberValue();
      case NULL -> null;
      default -> node.asText();
    };
  }
}
