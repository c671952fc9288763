package org.sightline.graphql.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sightline.graphql.ErrorCode;

/** Which of the two media types an answer is given in, by the request's Accept header. */
enum Negotiation {
  /** Statuses say whether the request was right. */
  GRAPHQL("application/graphql-response+json"),
  /** A request that was refused as GraphQL is answered with 200 all the same, for older clients. */
  PLAIN("application/json");

  private final String mediaType;

  Negotiation(String mediaType) {
    this.mediaType = mediaType;
  }

  String contentType() {
    return mediaType + "; charset=utf-8";
  }

  /**
   * Chooses by quality; between equals the newer type where it is named, and JSON for anything.
   *
   * @param headers the values of all Accept headers; none means that anything is accepted
   * @throws Refusal 406 when neither type is accepted
   */
  static Negotiation of(List<String> headers) {
    List<Range> ranges = ranges(headers);
    if (ranges.isEmpty()) {
      return PLAIN;
    }
    double newer = quality(ranges, GRAPHQL);
    double older = quality(ranges, PLAIN);
    if (newer <= 0 && older <= 0) {
      throw new Refusal(
          HttpStatus.NOT_ACCEPTABLE,
          ErrorCode.NOT_ACCEPTABLE,
          "Answers are given as application/graphql-response+json or application/json.");
    }
    boolean named = ranges.stream().anyMatch(range -> range.type.equals(GRAPHQL.mediaType));
    return newer > older || (newer == older && named) ? GRAPHQL : PLAIN;
  }

  private static double quality(List<Range> ranges, Negotiation offered) {
    return ranges.stream()
        .filter(range -> range.covers(offered.mediaType))
        .max((one, other) -> Integer.compare(one.precision(), other.precision()))
        .map(Range::quality)
        .orElse(0.0);
  }

  private static List<Range> ranges(List<String> headers) {
    List<Range> ranges = new ArrayList<>();
    for (String header : headers) {
      for (String part : header.split(",", -1)) {
        Range.parse(part).ifPresent(ranges::add);
      }
    }
    return ranges;
  }

  /** One entry of an Accept header. */
  private record Range(String type, double quality) {
    static Optional<Range> parse(String text) {
      if (text.isBlank()) {
        return Optional.empty();
      }
      String[] parts = text.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      double quality = 1;
      for (int i = 1; i < parts.length; i++) {
        if (parts[i].startsWith("q=")) {
          quality = number(parts[i].substring(2));
        } else if (parts[i].startsWith("charset=") && !isUtf8(parts[i])) {
          quality = 0;
        }
      }
      return Optional.of(new Range(parts[0], quality));
    }

    boolean covers(String offered) {
      return precision() == 0
          || type.equals(offered)
          || (precision() == 1 && offered.startsWith(type.substring(0, type.length() - 1)));
    }

    int precision() {
      return type.equals(MediaType.ALL) ? 0 : type.endsWith("/*") ? 1 : 2;
    }

    private static boolean isUtf8(String parameter) {
      String charset = parameter.substring("charset=".length()).replace("\"", "");
      return charset.equals(StandardCharsets.UTF_8.name().toLowerCase(Locale.ROOT))
          || charset.equals("utf8");
    }

    private static double number(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return 0;
      }
    }
  }
}
