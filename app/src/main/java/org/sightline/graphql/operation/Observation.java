package org.sightline.graphql.operation;

import graphql.language.OperationDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of one request while it is answered. */
final class Observation {
  private static final int BYTES_OF_HASH = 8;

  private final GraphQlRequest request;
  private final Call call;
  private final Instant begun = Instant.now();
  private @Nullable OperationDefinition operation;

  Observation(GraphQlRequest request, Call call) {
    this.request = request;
    this.call = call;
  }

  Instant begun() {
    return begun;
  }

  void chose(OperationDefinition chosen) {
    operation = chosen;
  }

  Observed ended(Answer answer) {
    OperationDefinition chosen = operation;
    return new Observed(
        call.requestId(),
        call.traceParent(),
        chosen == null ? null : chosen.getName(),
        chosen == null ? null : chosen.getOperation(),
        hash(request.query()),
        answer.kind(),
        codes(answer),
        call.charge().requested(),
        begun,
        Duration.between(begun, Instant.now()),
        call.running().tally(),
        call.running().member().orElse(null),
        call.running().stopped().orElse(null));
  }

  private static List<String> codes(Answer answer) {
    return answer.body().get("errors") instanceof List<?> errors
        ? errors.stream().flatMap(Observation::code).toList()
        : List.of();
  }

  private static Stream<String> code(Object error) {
    return error instanceof Map<?, ?> written
            && written.get("extensions") instanceof Map<?, ?> extensions
        ? Stream.of(Objects.toString(extensions.get("code"), "NONE"))
        : Stream.of("NONE");
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, BYTES_OF_HASH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JVM has SHA-256.", e);
    }
  }
}
