package org.sightline.graphql.connection;

import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a list apart from the page: a cursor of one question is none of another.
 *
 * @param list the list's name, that of its field
 * @param digest of what shapes the list: whose it is and every argument but first and after
 */
record ListQuestion(String list, String digest) {
  private static final Set<String> OF_THE_PAGE = Set.of("first", "after");
  private static final int DIGEST_BYTES = 9;

  /**
   * The question that a field asks.
   *
   * @param owner whose list it is, where there is one for each of several; otherwise empty
   */
  static ListQuestion of(DataFetchingEnvironment environment, String list, String owner) {
    Map<String, @Nullable Object> shaping = new TreeMap<>(environment.getArguments());
    shaping.keySet().removeAll(OF_THE_PAGE);
    return new ListQuestion(list, digest(quoted(owner) + written(shaping)));
  }

  /** The same text for the same value: nulls are as good as nothing said. */
  private static String written(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> fields ->
          fields.entrySet().stream()
              .filter(field -> field.getValue() != null)
              .map(field -> quoted(String.valueOf(field.getKey())) + written(field.getValue()))
              .sorted()
              .collect(Collectors.joining(",", "{", "}"));
      case List<?> values ->
          values.stream().map(ListQuestion::written).collect(Collectors.joining(",", "[", "]"));
      case null -> "null";
      default -> quoted(value.toString());
    };
  }

  /** With its length before it, so that no value looks like two. */
  private static String quoted(String text) {
    return text.length() + ":" + text;
  }

  private static String digest(String text) {
    try {
      byte[] made =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(made, DIGEST_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
