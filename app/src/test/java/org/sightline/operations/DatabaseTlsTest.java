package org.sightline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URL must say before a password is sent to where it leads. */
final class DatabaseTlsTest {
  private static final String AWAY = "jdbc:postgresql://db.example:5432/sightline";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://127.0.0.1:5432/sightline",
        "jdbc:postgresql://127.1.2.3/sightline",
        "jdbc:postgresql://localhost/sightline",
        "jdbc:postgresql://[::1]:5432/sightline",
        "jdbc:postgresql:sightline",
        "jdbc:postgresql:///sightline",
        "jdbc:postgresql://localhost:5432,127.0.0.1:5433/sightline",
        AWAY + "?sslmode=verify-full",
        AWAY + "?ssl=true",
        AWAY + "?sslmode=verify-full&sslrootcert=/etc/ca.crt&gssEncMode=disable",
        AWAY + "?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory",
        "jdbc:postgresql://one.example,two.example/sightline?sslmode=verify-full",
      })
  void isEnoughOnThisMachineOrWithACheckedCertificate(String url) {
    assertThatCode(() -> url(url, "VERIFIED")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        AWAY,
        AWAY + "?sslmode=disable",
        AWAY + "?sslmode=prefer",
        AWAY + "?sslmode=require",
        AWAY + "?sslmode=verify-ca",
        AWAY + "?ssl=true&sslmode=require",
        "jdbc:postgresql://10.0.0.7/sightline",
        "jdbc:postgresql://localhost.example/sightline",
        "jdbc:postgresql://127.0.0.1.example/sightline",
        "jdbc:postgresql://localhost,db.example/sightline",
        "jdbc:postgresql://[2001:db8::1]:5432/sightline",
      })
  void isRefusedElsewhereWithoutIt(String url) {
    refuses(url, "VERIFIED", "sslmode=verify-full", "SIGHTLINE_DATABASE_TLS=NOT_VERIFIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sslfactory=org.postgresql.ssl.NonValidatingFactory",
        "sslhostnameverifier=org.example.AnyName",
        "socketFactory=org.example.Sockets",
        "gssEncMode=prefer",
        "gssEncMode=require",
      })
  void isRefusedWhereAParameterWouldTakeTheCheckAway(String parameter) {
    refuses(AWAY + "?sslmode=verify-full&" + parameter, "VERIFIED", parameter.split("=", 2)[0]);
  }

  @Test
  void aSocketFactoryMakesAnyHostAnother() {
    refuses("jdbc:postgresql://localhost/sightline?socketFactory=org.example.X", "VERIFIED", "TLS");
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHORITY_ONLY, verify-ca",
    "AUTHORITY_ONLY, verify-full",
    "NOT_VERIFIED, disable",
    "NOT_VERIFIED, require",
  })
  void lessIsEnoughWhereASettingSaysSoByName(String tls, String mode) {
    assertThatCode(() -> url(AWAY + "?sslmode=" + mode, tls)).doesNotThrowAnyException();
  }

  @Test
  void lessThanThatIsNot() {
    refuses(AWAY + "?sslmode=require", "AUTHORITY_ONLY", "sslmode=verify-ca");
  }

  @ParameterizedTest
  @ValueSource(strings = {"verified", "NONE", "true"})
  void theSettingIsOneOfThree(String tls) {
    refuses(AWAY, tls, "SIGHTLINE_DATABASE_TLS", "VERIFIED, AUTHORITY_ONLY or NOT_VERIFIED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost/sightline?password=hunter2",
        "jdbc:postgresql://localhost/sightline?user=hunter2",
        "jdbc:postgresql://localhost/sightline?ssl=true&sslpassword=hunter2",
        "jdbc:postgresql://localhost/sightline?Password=hunter2",
        "jdbc:postgresql://me:hunter2@localhost/sightline",
        "jdbc:postgresql://me:hunter2@localhost:port/sightline",
      })
  void aLoginInTheUrlIsRefusedAndNotRepeated(String url) {
    refuses(url, "NOT_VERIFIED", "SIGHTLINE_DATABASE_URL holds a login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://localhost:hunter2/sightline",
        "jdbc:postgresql://localhost:99999/sightline",
        "jdbc:postgresql://one:hunter2:5432/sightline",
      })
  void whatIsNoUrlIsRefusedAndNotRepeated(String url) {
    refuses(url, "NOT_VERIFIED", "SIGHTLINE_DATABASE_URL cannot be read");
  }

  @Test
  void aModeThatDoesNotExistIsNamed() {
    refuses(AWAY + "?sslmode=verify", "VERIFIED", "sslmode that does not exist");
  }

  private static void refuses(String url, String tls, String... words) {
    assertThatExceptionOfType(StartFailure.class)
        .isThrownBy(() -> url(url, tls))
        .satisfies(
            failure -> assertThat(failure.getMessage()).contains(words).doesNotContain("hunter2"));
  }

  private static String url(String url, String tls) {
    return new Settings(
            new Properties(), Map.of("SIGHTLINE_DATABASE_URL", url, "SIGHTLINE_DATABASE_TLS", tls))
        .databaseUrl();
  }
}
