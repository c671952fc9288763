package org.sightline.plan.comparison;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import org.sightline.tenancy.Sql;

/** The themes that all councils share, from PostgreSQL. */
@Singleton
class ThemeStore {
  private static final String THEMES = "SELECT code, name FROM theme ORDER BY position, code";

  private final Connection connection;

  ThemeStore(Connection connection) {
    this.connection = connection;
  }

  /** In their order. */
  List<Theme> list() {
    return Sql.list(
        connection, THEMES, row -> new Theme(row.getString("code"), row.getString("name")));
  }
}
