package org.sightline.tenancy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Reads.Part;

/**
 * Writes down who has read whose unpublished data, under which agreement. What was read is resolved
 * in the snapshot that read it, and written in a transaction of its own before the answer leaves.
 */
final class AccessLog {
  private static final String RESOLVE = Sql.beside(AccessLog.class, "resolve-reads.sql");
  private static final String WRITE = Sql.beside(AccessLog.class, "write-access-log.sql");

  private static final ObjectMapper JSON = new ObjectMapper();

  private AccessLog() {}

  /** One row of the log. */
  record Entry(
      int ownerOrganisationId,
      String dataset,
      @Nullable Integer agreementId,
      @Nullable Integer protocolId,
      long rows,
      List<String> indicatorCodes,
      List<String> periodCodes) {}

  /** What the viewer has read, by owner, dataset and the grant that allowed it. */
  static List<Entry> resolve(Connection connection, Reads reads) {
    Map<Part, Integer> counts = reads.counts();
    if (counts.isEmpty()) {
      return List.of();
    }
    List<Part> parts = List.copyOf(counts.keySet());
    return Sql.list(
        connection,
        RESOLVE,
        row ->
            new Entry(
                row.getInt("owner_organisation_id"),
                row.getString("dataset"),
                Sql.nullableInteger(row, "agreement_id"),
                Sql.nullableInteger(row, "protocol_id"),
                row.getLong("row_count"),
                texts(row.getArray("indicator_codes")),
                texts(row.getArray("period_codes"))),
        parts.stream().map(Part::ownerOrganisationId).toList(),
        parts.stream().map(part -> part.dataset().name()).toList(),
        parts.stream().map(Part::indicatorId).toList(),
        parts.stream().map(Part::periodId).toList(),
        List.copyOf(counts.values()));
  }

  /** Writes the entries of one operation. */
  static void write(Connection connection, Member reader, Question question, List<Entry> entries) {
    Sql.execute(
        connection,
        WRITE,
        reader.id(),
        reader.organisationId(),
        reader.name(),
        question.requestId(),
        question.operationName(),
        question.text().get(),
        json(entries));
  }

  private static String json(List<Entry> entries) {
    try {
      return JSON.writeValueAsString(entries);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }
}
