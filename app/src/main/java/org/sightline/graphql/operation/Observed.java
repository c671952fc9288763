package org.sightline.graphql.operation;

import graphql.language.OperationDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.RunningOperation;
import org.sightline.tenancy.StatementTally;

/**
 * A request that has its answer, without anything that was asked or told: no variables, no
 * literals, no values.
 *
 * @param requestId as the answer's header says it
 * @param traceParent as {@link Call} has it
 * @param operation its name, as its caller chose it; null where it has none or was not found
 * @param type null where the document could not be read
 * @param documentHash the first 16 hexadecimal digits of SHA-256 over the document's text
 * @param codes of the answer's errors, in their order
 * @param cost as it was charged
 * @param member null for who has not signed in, and where a request was refused before that was
 *     known
 * @param stopped why it was stopped; null where it was not
 */
public record Observed(
    String requestId,
    @Nullable String traceParent,
    @Nullable String operation,
    OperationDefinition.@Nullable Operation type,
    String documentHash,
    Answer.Kind kind,
    List<String> codes,
    long cost,
    Instant begun,
    Duration took,
    StatementTally statements,
    @Nullable Member member,
    RunningOperation.@Nullable Reason stopped) {
  private static final int LONGEST_NAME = 64;

  /** Its name, or the beginning of a long one; empty where it has none. */
  public Optional<String> name() {
    return Optional.ofNullable(operation)
        .map(name -> name.substring(0, Math.min(LONGEST_NAME, name.length())));
  }
}
