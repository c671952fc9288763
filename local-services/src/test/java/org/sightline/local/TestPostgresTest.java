package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
  @Test
  void givesEveryCallerAnEmptyDatabaseOfItsOwn() throws SQLException {
    Database one = TestPostgres.freshDatabase();
    Database other = TestPostgres.freshDatabase();
    execute(one, "create table note (text text)");

    assertThat(one.name()).isNotEqualTo(other.name());
    assertThat(ask(one, "select count(*) from pg_tables where schemaname = 'public'"))
        .isEqualTo("1");
    assertThat(ask(other, "select count(*) from pg_tables where schemaname = 'public'"))
        .isEqualTo("0");
  }

  @Test
  void givesTheOwnerThePrivilegesOfAnOrdinaryInstallation() throws SQLException {
    Database database = TestPostgres.freshDatabase();

    assertThat(
            ask(
                database,
                "select concat_ws(' ', rolsuper, rolcreaterole, rolbypassrls)"
                    + " from pg_roles where rolname = current_user"))
        .isEqualTo("f t f");
    assertThat(
            ask(
                database,
                "select pg_get_userbyid(datdba) from pg_database where datname = current_database()"))
        .isEqualTo(database.ownerUsername());
  }

  @Test
  void copiesADatabaseWithWhatIsInIt() throws SQLException {
    Database template = TestPostgres.freshDatabase();
    execute(template, "create table note as select 'kept' as text");

    Database copy = TestPostgres.freshDatabase(template);

    assertThat(ask(copy, "select text from note")).isEqualTo("kept");
    assertThat(copy.ownerUsername()).isEqualTo(template.ownerUsername());
  }

  @Test
  void preparesOnceAndCopiesAfterwards() throws SQLException {
    AtomicInteger preparations = new AtomicInteger();
    TestPostgres.Preparation preparation =
        database -> {
          preparations.incrementAndGet();
          execute(database, "create table note as select 'prepared' as text");
        };

    Database first = TestPostgres.freshDatabase("with a note", preparation);
    execute(first, "update note set text = 'changed'");
    Database second = TestPostgres.freshDatabase("with a note", preparation);

    assertThat(preparations).hasValue(1);
    assertThat(ask(second, "select text from note")).isEqualTo("prepared");
  }

  @Test
  void dropsADatabaseThatIsInUse() throws SQLException {
    Database database = TestPostgres.freshDatabase();
    try (Connection connection = database.connect()) {
      TestPostgres.drop(database);

      assertThat(connection.isValid(1)).isFalse();
    }
  }

  private static void execute(Database database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Database database, String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
