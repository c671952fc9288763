package org.sightline.inspection.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.inject.Singleton;
import java.sql.Connection;
import org.sightline.tenancy.Sql;

/** Frameworks and what belongs to them, from PostgreSQL. */
@Singleton
class FrameworkStore {
  private static final String FRAMEWORKS = Sql.beside(FrameworkStore.class, "frameworks.sql");

  /** Some dozens of small rows of eight tables that hang together: read as one document. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  private final Connection connection;

  FrameworkStore(Connection connection) {
    this.connection = connection;
  }

  Frameworks all() {
    return Sql.list(connection, FRAMEWORKS, row -> read(row.getString("definitions"))).getFirst();
  }

  private static Frameworks read(String definitions) {
    try {
      return JSON.readValue(definitions, Frameworks.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The definitions of frameworks cannot be read.", e);
    }
  }
}
