package org.sightline.tenancy;

import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Sql.RowReader;

/**
 * Counts, for the access log, what is read of other organisations' unpublished records. Every
 * statement that reads rows of inspections, findings or plans goes through here, whatever becomes
 * of the rows.
 */
public final class SharedRecords {
  private SharedRecords() {}

  /**
   * A reader that counts each row that an agreement lets the viewer see.
   *
   * @param reader of rows with a column {@code shared_by}: the owning organisation of a row that is
   *     SHARED and not the viewer's own, null for every other row
   */
  public static <T> RowReader<T> of(Dataset dataset, RowReader<T> reader) {
    return row -> {
      @Nullable Integer owner = Sql.nullableInteger(row, "shared_by");
      if (owner != null) {
        BoundViewer.current().reads().records(owner, dataset, 1);
      }
      return reader.read(row);
    };
  }

  /**
   * A reader of counts by who owns what is counted: the rows that others let the viewer see count
   * as read.
   *
   * @return reads lines with the columns {@code shared_by}, as above, and {@code total}
   */
  public static RowReader<Integer> counted(Dataset dataset) {
    return row -> {
      int total = row.getInt("total");
      @Nullable Integer owner = Sql.nullableInteger(row, "shared_by");
      if (owner != null) {
        BoundViewer.current().reads().records(owner, dataset, total);
      }
      return total;
    };
  }
}
