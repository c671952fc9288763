package org.sightline.council;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Collection;
import java.util.List;
import org.sightline.tenancy.Sql;

/** Who is whose neighbour, from PostgreSQL. */
@Singleton
class NeighbourStore {
  private static final String NEIGHBOURS = Sql.beside(NeighbourStore.class, "neighbours.sql");

  private final Connection connection;

  NeighbourStore(Connection connection) {
    this.connection = connection;
  }

  /** A row of the table: keys, not yet councils. */
  record Link(
      String modelCode,
      int councilKey,
      int rank,
      int neighbourKey,
      Neighbour.Closeness closeness) {}

  /** The links of some councils by some models, the closest first. */
  List<Link> list(Collection<String> modelCodes, Collection<Integer> councilKeys) {
    return Sql.list(
        connection,
        NEIGHBOURS,
        row ->
            new Link(
                row.getString("model_code"),
                row.getInt("council_id"),
                row.getInt("rank"),
                row.getInt("neighbour_id"),
                Neighbour.Closeness.valueOf(row.getString("closeness"))),
        modelCodes,
        councilKeys);
  }
}
