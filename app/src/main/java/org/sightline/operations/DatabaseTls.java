package org.sightline.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.jdbc.SslMode;
import org.postgresql.util.PSQLException;

/**
 * What must be checked of a database on another machine before a password is sent to it: the
 * setting {@code sightline.database.tls}.
 */
enum DatabaseTls {
  /** Who signed its certificate, and that the certificate is of the host that was asked for. */
  VERIFIED,

  /** Who signed it: any server of that authority would do. */
  AUTHORITY_ONLY,

  /** Nothing: whoever is in the network between can read and answer. */
  NOT_VERIFIED;

  static final String SETTING = "sightline.database.tls";

  private static final String URL = Settings.environmentName("sightline.database.url");
  private static final String VARIABLE = Settings.environmentName(SETTING);
  private static final String SOCKETS = "socketFactory";

  /** By any other value the driver would not make the checks that sslmode names. */
  private static final Map<String, Set<String>> HARMLESS =
      Map.of(
          "sslfactory",
          Set.of("org.postgresql.ssl.LibPQFactory", "org.postgresql.ssl.DefaultJavaSSLFactory"),
          "sslhostnameverifier",
          Set.of(),
          SOCKETS,
          Set.of(),
          "gssEncMode",
          Set.of("disable", "allow"));

  /**
   * Reads the setting; {@link #VERIFIED} unless set.
   *
   * @throws StartFailure when it is none of them
   */
  static DatabaseTls of(Settings settings) {
    String given = settings.find(SETTING).orElse(VERIFIED.name());
    return Arrays.stream(values())
        .filter(one -> one.name().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new StartFailure(
                    "%s is '%s' and must be VERIFIED, AUTHORITY_ONLY or NOT_VERIFIED."
                        .formatted(VARIABLE, given)));
  }

  /**
   * Looks at a JDBC URL of PostgreSQL and asks nobody.
   *
   * @throws StartFailure when it carries a login, cannot be read, or leaves out what must be
   *     checked; the sentence repeats nothing of it but hosts
   */
  void require(String url) {
    requireNoLogin(url);
    Properties parameters = parameters(url);
    List<String> elsewhere =
        Stream.of(parameters.getProperty("PGHOST", "localhost").split(",", -1))
            .filter(host -> !host.isEmpty() && !ThisMachine.is(host))
            .toList();
    boolean isHere = elsewhere.isEmpty() && parameters.getProperty(SOCKETS) == null;
    if (this == NOT_VERIFIED || isHere) {
      return;
    }
    HARMLESS.forEach((name, harmless) -> requireHarmless(parameters, name, harmless));
    if (!isEnough(mode(parameters))) {
      throw new StartFailure(
          "%s names a database on another machine (%s) without sslmode=%s: say that and sslrootcert=/path/to/authority.pem, so that nobody else can read or answer, or %s=NOT_VERIFIED where you trust everybody in between."
              .formatted(
                  URL,
                  String.join(", ", elsewhere),
                  this == VERIFIED ? "verify-full" : "verify-ca",
                  VARIABLE));
    }
  }

  private boolean isEnough(SslMode mode) {
    return this == VERIFIED ? mode.verifyPeerName() : mode.verifyCertificate();
  }

  /** Before the driver reads it, which prints what it does not understand. */
  private static void requireNoLogin(String url) {
    String[] halves = url.split("\\?", 2);
    boolean hasUser = halves[0].contains("@");
    boolean hasParameter =
        halves.length > 1
            && Stream.of(halves[1].split("&", -1))
                .map(one -> one.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.equals("user") || name.contains("password"));
    if (hasUser || hasParameter) {
      throw new StartFailure(
          "%s holds a login, which would be read by whoever reads the URL: take it out, and give each role's by settings of their own, such as %s."
              .formatted(URL, Settings.environmentName("sightline.database.app.password")));
    }
  }

  private static Properties parameters(String url) {
    @Nullable Properties parameters = hasReadablePorts(url) ? Driver.parseURL(url, null) : null;
    if (parameters == null) {
      throw new StartFailure(
          "%s cannot be read: it must be like jdbc:postgresql://db.example:5432/sightline?sslmode=verify-full&sslrootcert=/path/to/authority.pem."
              .formatted(URL));
    }
    return parameters;
  }

  /** The driver would print a port that is none. */
  private static boolean hasReadablePorts(String url) {
    String[] parts = url.split("\\?", 2)[0].split("/", -1);
    return parts.length < 3
        || Stream.of(parts[2].split(",", -1))
            .allMatch(one -> one.matches("(\\[[^\\]]*]|[^:\\[\\]]*)(:[0-9]{1,5})?"));
  }

  private static void requireHarmless(Properties parameters, String name, Set<String> harmless) {
    @Nullable String value = parameters.getProperty(name);
    if (value != null && !harmless.contains(value)) {
      throw new StartFailure(
          "%s says by %s how the database's certificate is checked, or not: take it out, or say %s=NOT_VERIFIED where you trust everybody in between."
              .formatted(URL, name, VARIABLE));
    }
  }

  private static SslMode mode(Properties parameters) {
    try {
      return SslMode.of(parameters);
    } catch (PSQLException e) {
      throw new StartFailure("%s has an sslmode that does not exist.".formatted(URL), e);
    }
  }
}
