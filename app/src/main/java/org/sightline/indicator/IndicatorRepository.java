package org.sightline.indicator;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The indicators there are. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface IndicatorRepository extends GenericRepository<Indicator, Integer> {
  List<Indicator> findAllOrderByThemeAndName();

  Optional<Indicator> findByCode(String code);

  List<Indicator> findByCodeIn(Collection<String> codes);

  List<Indicator> findByIdIn(Collection<Integer> ids);
}
