package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sightline.TestSightline;
import org.sightline.local.Database;
import org.sightline.local.OwnPostgres;
import org.sightline.local.TestPostgres;
import org.sightline.migrations.AccessLogMonths;
import org.sightline.migrations.MigrationFailure;
import org.sightline.migrations.MigrationSettings;
import org.sightline.migrations.Migrations;
import org.sightline.migrations.upkeep.Fingerprints;
import org.sightline.migrations.upkeep.TablesOwner;

/** A real PostgreSQL with a certificate of {@code localhost}, and who is let near it. */
final class TlsTest {
  @TempDir private static Path folder = Path.of("");

  private static TestAuthority authority;
  private static TestAuthority other;
  private static OwnPostgres server;

  @BeforeAll
  static void start() throws IOException {
    authority = new TestAuthority(Files.createDirectory(folder.resolve("authority")));
    other = new TestAuthority(Files.createDirectory(folder.resolve("other")));
    TestAuthority.Issued issued = authority.issue("localhost", "-1d", 10);
    server = OwnPostgres.startWithTls(issued.certificate(), issued.key());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theRightAuthorityAndNameLetTheServiceIn() throws SQLException {
    String url = url(server.database(), "localhost", authority.certificate());
    new Migrations(roles(url, server.database())).run(_ -> {});

    checks(url, server.database()).requireSafeDatabase();
    try (Connection app = settings(url, server.database()).app().connect();
        Statement statement = app.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
      assertThat(row.next() && row.getBoolean(1)).isTrue();
    }
  }

  @Test
  void anotherAuthorityIsRefused() {
    refuses(
        server.database(),
        url(server.database(), "localhost", other.certificate()),
        "is not of the authority that is trusted here: name the right one's file by sslrootcert in"
            + " SIGHTLINE_DATABASE_URL.");
  }

  @Test
  void anotherNameIsRefused() {
    refuses(
        server.database(),
        url(server.database(), "127.0.0.1", authority.certificate()),
        "is of another name: name the host in SIGHTLINE_DATABASE_URL as the certificate does.");
  }

  @Test
  void anAuthorityThatIsNotThereIsRefused() {
    refuses(
        server.database(),
        url(server.database(), "localhost", folder.resolve("none.pem")),
        "cannot be read: name its file by sslrootcert in SIGHTLINE_DATABASE_URL.");
  }

  @Test
  void aServerWithoutTlsIsRefused() {
    Database plain = TestPostgres.freshDatabase();
    refuses(
        plain,
        url(plain, "localhost", authority.certificate()),
        "offers no TLS, which sslmode in SIGHTLINE_DATABASE_URL asks for: switch it on there (ssl ="
            + " on).");
    TestPostgres.drop(plain);
  }

  @Test
  void anExpiredCertificateIsRefused() throws IOException {
    TestAuthority late = new TestAuthority(Files.createDirectory(folder.resolve("late")));
    TestAuthority.Issued expired = late.issue("localhost", "-10d", 5);
    try (OwnPostgres old = OwnPostgres.startWithTls(expired.certificate(), expired.key())) {
      refuses(
          old.database(),
          url(old.database(), "localhost", late.certificate()),
          "has expired, or is not valid yet: renew it there.");
    }
  }

  /** By the service, and by each of the commands that connect as the owner. */
  private static void refuses(Database database, String url, String sentence) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> checks(url, database).requireSafeDatabase())
        .withMessageContaining(sentence);
    assertThatExceptionOfType(MigrationFailure.class)
        .isThrownBy(() -> new Migrations(roles(url, database)).run(_ -> {}))
        .withMessageContaining(sentence);
    String owner = database.ownerUsername();
    String password = database.ownerPassword();
    assertThatExceptionOfType(MigrationFailure.class)
        .isThrownBy(() -> Fingerprints.of(new TablesOwner(url, owner, password)))
        .withMessageContaining(sentence);
    assertThatExceptionOfType(MigrationFailure.class)
        .isThrownBy(
            () ->
                new AccessLogMonths(url, owner, password)
                    .detachBefore(YearMonth.of(2020, 1), _ -> {}))
        .withMessageContaining(sentence);
  }

  private static String url(Database database, String host, Path authority) {
    return "%s?sslmode=verify-full&sslrootcert=%s"
        .formatted(database.url().replace("127.0.0.1", host), authority);
  }

  private static MigrationSettings roles(String url, Database database) {
    return TestSightline.roles(
        new Database(url, database.ownerUsername(), database.ownerPassword()));
  }

  private static StartUpChecks checks(String url, Database database) {
    return new StartUpChecks(settings(url, database));
  }

  private static Settings settings(String url, Database database) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SIGHTLINE_DATABASE_URL", url);
    environment.put("SIGHTLINE_DATABASE_OWNER_USERNAME", database.ownerUsername());
    environment.put("SIGHTLINE_DATABASE_OWNER_PASSWORD", database.ownerPassword());
    environment.put("SIGHTLINE_DATABASE_APP_PASSWORD", "app-password");
    environment.put("SIGHTLINE_DATABASE_RELEASE_WRITER_PASSWORD", "writer-password");
    return new Settings(new Properties(), environment);
  }
}
