package org.sightline.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The releases there are. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReleaseRepository extends GenericRepository<Release, Integer> {
  /** A release of which the viewer may see an edition: what else there is stays unknown. */
  @Query(
      """
      SELECT release.* FROM release
      WHERE release.id = :id AND EXISTS (SELECT FROM edition WHERE edition.release_id = release.id)
      """)
  Optional<Release> findVisible(int id);
}
