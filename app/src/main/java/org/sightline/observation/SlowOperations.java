package org.sightline.observation;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.logstash.logback.argument.StructuredArguments;
import org.sightline.graphql.operation.Observed;
import org.sightline.graphql.operation.OperationObserver;
import org.sightline.tenancy.StatementTally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a line of each operation that took long, with the statements that took longest. */
@Singleton
final class SlowOperations implements OperationObserver {
  private static final Logger LOG = LoggerFactory.getLogger(SlowOperations.class);
  private static final int MOST_STATEMENTS = 5;
  private static final int MOST_CHARACTERS = 300;

  private final Duration slow;

  SlowOperations(@Value("${sightline.slow-operation:1s}") Duration slow) {
    this.slow = slow;
  }

  @Override
  public void ended(Observed observed) {
    if (observed.took().compareTo(slow) < 0) {
      return;
    }
    List<Map<String, Object>> statements = longest(observed.statements().kept());
    LOG.warn(
        "The {} '{}' took {} ms, {} statements and {} rows; the longest: {}",
        Words.type(observed),
        observed.name().orElse("unnamed"),
        observed.took().toMillis(),
        observed.statements().statements(),
        observed.statements().rows(),
        statements,
        StructuredArguments.entries(fields(observed, statements)));
  }

  private static Map<String, Object> fields(
      Observed observed, List<Map<String, Object>> statements) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("operation", observed.name().orElse("unnamed"));
    fields.put("type", Words.type(observed));
    fields.put("outcome", Words.outcome(observed));
    fields.put("document_hash", observed.documentHash());
    fields.put("duration_ms", observed.took().toMillis());
    fields.put("cost", observed.cost());
    fields.put("statement_count", observed.statements().statements());
    fields.put("row_count", observed.statements().rows());
    fields.put("statements", statements);
    return fields;
  }

  private static List<Map<String, Object>> longest(List<StatementTally.Sent> sent) {
    return sent.stream()
        .sorted(Comparator.comparing(StatementTally.Sent::took).reversed())
        .limit(MOST_STATEMENTS)
        .map(SlowOperations::written)
        .collect(Collectors.toList());
  }

  private static Map<String, Object> written(StatementTally.Sent sent) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("ms", sent.took().toMillis());
    written.put("rows", sent.rows());
    written.put("sql", oneLine(sent.sql()));
    return written;
  }

  static String oneLine(String sql) {
    String line = sql.replaceAll("--[^\n]*\n", " ").replaceAll("\\s+", " ").strip();
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "...";
  }
}
