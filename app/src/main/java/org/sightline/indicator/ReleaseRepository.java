package org.sightline.indicator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The releases there are. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReleaseRepository extends GenericRepository<Release, Integer> {
  Optional<Release> findById(int id);

  /** The releases that hold figures of an indicator, or of what it is derived from. */
  @Query(
      """
      SELECT release.* FROM release
      WHERE release.id IN (
        SELECT edition.release_id
        FROM indicator
        JOIN edition_coverage AS coverage
          ON coverage.indicator_id IN (indicator.id, indicator.derived_from_numerator_id)
        JOIN edition ON edition.id = coverage.edition_id
        WHERE indicator.id = :indicatorId)
      ORDER BY release.published_on DESC, release.code
      """)
  List<Release> findByIndicator(int indicatorId);
}
