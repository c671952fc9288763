package org.sightline.indicator;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Sql;
import org.sightline.tenancy.Sql.RowReader;

/**
 * Counts, for the access log, what is read of other organisations' unpublished figures. Every
 * statement of this room that reads owned rows goes through here, whatever becomes of the rows.
 */
final class SharedReads {
  private SharedReads() {}

  /** For statements whose rows are figures. */
  static <T> RowReader<T> ofFigures(RowReader<T> reader) {
    return counting(1, reader);
  }

  /** For statements whose rows tell only that there are figures. */
  static <T> RowReader<T> ofExistence(RowReader<T> reader) {
    return counting(0, reader);
  }

  private static <T> RowReader<T> counting(int figures, RowReader<T> reader) {
    return row -> {
      count(row, figures);
      return reader.read(row);
    };
  }

  private static void count(ResultSet row, int figures) throws SQLException {
    @Nullable Integer owner = Sql.nullableInteger(row, "shared_by");
    if (owner == null) {
      return;
    }
    BoundViewer.current()
        .reads()
        .indicators(owner, row.getInt("indicator_id"), row.getInt("period_id"), figures);
  }
}
