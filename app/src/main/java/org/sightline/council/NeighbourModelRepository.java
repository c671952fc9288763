package org.sightline.council;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

/** The neighbour models there are. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface NeighbourModelRepository extends GenericRepository<NeighbourModel, String> {
  List<NeighbourModel> findAllOrderByPublishedOnDesc();
}
