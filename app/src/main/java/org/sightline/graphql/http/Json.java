package org.sightline.graphql.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON of requests and answers: decimals stay exact, a key may not come twice. */
final class Json {
  private static final int DEEPEST = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /**
   * The value of a JSON text in UTF-8.
   *
   * @throws Refusal when it is none
   */
  static @Nullable Object read(byte[] bytes, String what) {
    try {
      return MAPPER.readValue(bytes, Object.class);
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw Refusal.malformed("%s is not JSON: %s%s.".formatted(what, reason(e), place));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] write(Map<String, ?> body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer that JSON cannot hold.", e);
    }
  }

  /**
   * The value as an object.
   *
   * @throws Refusal when it is another kind of value
   */
  static Map<String, @Nullable Object> object(@Nullable Object value, String what) {
    if (!(value instanceof Map<?, ?> map)) {
      throw Refusal.notARequest("%s must be a JSON object.".formatted(what));
    }
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    map.forEach((key, one) -> object.put(String.valueOf(key), one));
    return object;
  }

  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    return message.length() <= 200 ? message : message.substring(0, 200) + "...";
  }
}
