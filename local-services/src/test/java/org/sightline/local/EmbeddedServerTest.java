package org.sightline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
  @TempDir Path home;

  private final List<String> progress = new ArrayList<>();

  @Test
  void keepsItsDataAndItsPortFromStartToStart() throws SQLException {
    String url;
    try (EmbeddedServer server = start()) {
      url = server.administrator().url();
      execute(server, "create table note as select 'kept' as text");
    }
    try (EmbeddedServer server = start()) {
      assertThat(server.administrator().url()).isEqualTo(url);
      assertThat(ask(server, "select text from note")).isEqualTo("kept");
      assertThat(progress).hasSize(1).first().asString().startsWith("Making a new PostgreSQL");
    }
  }

  @Test
  void isDurableAndListensOnLoopbackOnly() throws SQLException {
    try (EmbeddedServer server = start()) {
      assertThat(ask(server, "show fsync")).isEqualTo("on");
      assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(ask(server, "show unix_socket_directories")).isEmpty();
      assertThat(ask(server, "select string_agg(distinct auth_method, ' ') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
    }
  }

  @Test
  void startsOverAProcessIdThatIsNoServerAnyMore() throws IOException {
    start().close();
    long somebodyElse = ProcessHandle.current().pid();
    Files.writeString(home.resolve("data/postmaster.pid"), somebodyElse + "\n");

    start().close();

    assertThat(progress)
        .contains("PostgreSQL was not stopped properly last time; it recovers by itself now.");
  }

  @Test
  void makesTheDatabaseAnewWhenItsMakingWasCutShort() throws IOException {
    Files.createDirectories(home.resolve("data.unfinished"));
    Files.writeString(home.resolve("data.unfinished/PG_VERSION"), "18");

    start().close();

    assertThat(home.resolve("data.unfinished")).doesNotExist();
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws IOException {
    Path data = Files.createDirectory(home.resolve("data"));
    Files.writeString(data.resolve("PG_VERSION"), "16\n");

    assertThatThrownBy(this::start)
        .isInstanceOf(StartFailure.class)
        .hasMessage(
            ("The data in %s was made by PostgreSQL 16 and this is PostgreSQL 18: move that folder"
                    + " away to start anew, or give a PostgreSQL 16 server by"
                    + " SIGHTLINE_DATABASE_URL.")
                .formatted(data));
  }

  @Test
  void saysInOneSentenceThatTheDiskIsFull() {
    assertThatThrownBy(() -> Disk.requireSpace(home, Long.MAX_VALUE))
        .isInstanceOf(StartFailure.class)
        .hasMessageMatching("The disk that holds .* has \\d+ MB free .*: free some space\\.");
    assertThat(
            ServerLog.explain(
                "FATAL:  could not write lock file \"postmaster.pid\": No space left on device",
                home))
        .hasMessage(
            "PostgreSQL cannot start: the disk that holds %s is full, free some space.", home);
  }

  @Test
  void repeatsTheServersOwnReasonWhenItDoesNotStart() throws IOException {
    start().close();
    Files.writeString(home.resolve("data/postgresql.auto.conf"), "no_such_setting = 1\n");

    assertThatThrownBy(this::start)
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("PostgreSQL cannot start on " + home.resolve("data"))
        .hasMessageContaining("postgresql.auto.conf");
  }

  @Test
  void leavesTheFolderToWhoeverOwnsItInThisProcessToo() {
    try (EmbeddedServer server = start()) {
      assertThat(server.description()).contains(home.toString());
      assertThatThrownBy(this::start)
          .isInstanceOf(StartFailure.class)
          .hasMessageContaining("as process " + ProcessHandle.current().pid());
    }
  }

  private EmbeddedServer start() {
    Path binaries = PostgresBinaries.unpackedIn(Repository.ofThisProcess().kept());
    return EmbeddedServer.start(home, binaries, EmbeddedServer.DURABLE, progress::add);
  }

  private static void execute(PostgresServer server, String sql) throws SQLException {
    try (Connection connection = server.administrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(PostgresServer server, String query) throws SQLException {
    try (Connection connection = server.administrator().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
