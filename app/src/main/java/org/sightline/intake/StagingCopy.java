package org.sightline.intake;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.sightline.tenancy.SqlFailure;

/**
 * Rows on their way into the staging table. Until it is closed, the connection does nothing else.
 */
final class StagingCopy implements Closeable {
  private static final String COPY =
      """
      COPY staged (indicator_id, period, breakdown, area_id, value, missing, numerator, numerator_missing,
        denominator, denominator_missing, derived, part, moment, filters, source_name, source_line, line)
      FROM STDIN
      """;
  private static final int NETWORK_BUFFER = 1 << 16;

  private final PGCopyOutputStream stream;
  private final CopyRows rows;

  StagingCopy(Connection connection) {
    try {
      stream = new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, NETWORK_BUFFER);
      rows = new CopyRows(stream);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  void add(StagedRow row) throws IOException {
    rows.add(row.indicatorId())
        .add(row.period())
        .add(row.breakdown())
        .add(row.areaId())
        .add(row.value())
        .add(row.numerator())
        .add(row.denominator())
        .add(row.derived())
        .add(row.part())
        .add(row.moment())
        .add(row.filters())
        .add(row.sourceName())
        .add(row.sourceLine())
        .add(row.line())
        .endRow();
  }

  /** Hands everything over; without it, closing throws the rows away. */
  void finish() throws IOException {
    rows.flush();
    try {
      stream.endCopy();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @Override
  public void close() {
    if (stream.isActive()) {
      try {
        stream.cancelCopy();
      } catch (SQLException e) {
        throw new SqlFailure(e);
      }
    }
  }
}
