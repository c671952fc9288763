package org.sightline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The program as it is typed. */
final class SightlineTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      value = {
        "--help | serve",
        "--help | migrate",
        "--help | import",
        "--help | SIGHTLINE_DATABASE_URL",
        "--help | SIGHTLINE_DEFINITIONS",
        "--help | SIGHTLINE_KEYCLOAK_ISSUER",
        "--help | SIGHTLINE_IMPORT_TOKEN",
        "--help | SIGHTLINE_DATABASE_CONNECTIONS",
        "--help | SIGHTLINE_LIMITS_",
        "--version | Sightline",
        "serve --help | --prepare",
        "migrate --help | row-level security",
        "import --help | --release",
        "access-log --help | detach",
        "access-log detach --help | --before",
        "migrate --help | --roles-only",
        "fingerprint --help | --compare",
        "council --help | export",
        "council export --help | --to",
        "council delete --help | --confirm",
      },
      delimiter = '|')
  void explainsItself(String arguments, String text) {
    assertThat(run(arguments.split(" ", -1))).isZero();
    assertThat(out.toString()).contains(text);
  }

  @Test
  void doesNotUnderstandWhatItDoesNotKnow() {
    assertThat(run("srve")).isEqualTo(2);
    assertThat(err.toString()).contains("srve");
  }

  @ParameterizedTest
  @CsvSource({
    "migrate",
    "serve",
    "fingerprint",
    "council export E06000010 --to none.zip",
    "council delete E06000010"
  })
  void saysInOneSentenceWhyItFails(String command) {
    System.setProperty("sightline.database.url", "jdbc:oracle:thin");
    System.setProperty("sightline.port", "0");
    System.setProperty("sightline.keycloak.issuer", "http://127.0.0.1:1/realms/none");
    try {
      assertThat(run(command.split(" ", -1))).isEqualTo(1);
      assertThat(err.toString().strip())
          .isEqualTo(
              "SIGHTLINE_DATABASE_URL must begin with jdbc:postgresql: because Sightline needs"
                  + " PostgreSQL.");
    } finally {
      System.clearProperty("sightline.database.url");
      System.clearProperty("sightline.port");
      System.clearProperty("sightline.keycloak.issuer");
    }
  }

  private int run(String... arguments) {
    CommandLine program = Sightline.program();
    program.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return program.execute(arguments);
  }
}
