package org.sightline.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Sql.RowReader;

/**
 * Where something stands in what was found.
 *
 * @param rank how well it fits; 0 where nothing was searched
 * @param at by which it is ordered among others that fit as well
 */
record Place(int key, float rank, OffsetDateTime at, List<HighlightFragment> highlight) {
  private static final int NO_YEAR = 1900;

  /** Of a row of a page. */
  static final RowReader<Place> READER = Place::read;

  private static Place read(ResultSet row) throws SQLException {
    return new Place(
        row.getInt("id"),
        row.getFloat("rank"),
        row.getObject("at", OffsetDateTime.class),
        HighlightFragment.read(row.getString("highlighted")));
  }

  /** The day of a finding's inspection; null where no source says. */
  @Nullable LocalDate day() {
    return at.getYear() == NO_YEAR ? null : at.toLocalDate();
  }
}
