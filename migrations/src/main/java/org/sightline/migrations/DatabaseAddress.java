package org.sightline.migrations;

import java.io.FileNotFoundException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is, as sentences may say it.
 *
 * @param url a JDBC URL of PostgreSQL
 */
public record DatabaseAddress(String url) {
  private static final String SETTING = "SIGHTLINE_DATABASE_URL";
  private static final String CONNECTION_REJECTED = "08004";

  /** Named in the driver's sentence in every language. */
  private static final String NAME_CHECK = "HostnameVerifier";

  /** Without parameters and login, which are nobody's business. */
  public String place() {
    return url.replaceFirst("[?].*", "").replaceFirst("//[^/@]*@", "//");
  }

  /** Why there is no TLS with the database, in a sentence; nothing where it failed otherwise. */
  public Optional<String> trouble(SQLException failure) {
    String said = String.valueOf(failure.getMessage());
    if (said.contains(NAME_CHECK)) {
      return Optional.of(
          "The certificate of the database at %s is of another name: name the host in %s as the certificate does."
              .formatted(place(), SETTING));
    }
    if (CONNECTION_REJECTED.equals(failure.getSQLState()) && said.contains("SSL")) {
      return Optional.of(
          "The database at %s offers no TLS, which sslmode in %s asks for: switch it on there (ssl = on)."
              .formatted(place(), SETTING));
    }
    if (isCausedBy(failure, FileNotFoundException.class)) {
      return Optional.of(
          "The certificate by which that of the database at %s is checked cannot be read: name its file by sslrootcert in %s."
              .formatted(place(), SETTING));
    }
    if (isCausedBy(failure, CertificateExpiredException.class)
        || isCausedBy(failure, CertificateNotYetValidException.class)) {
      return Optional.of(
          "The certificate of the database at %s has expired, or is not valid yet: renew it there."
              .formatted(place()));
    }
    return isCausedBy(failure, SSLException.class)
        ? Optional.of(
            "The certificate of the database at %s is not of the authority that is trusted here: name the right one's file by sslrootcert in %s."
                .formatted(place(), SETTING))
        : Optional.empty();
  }

  private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> type) {
    for (@Nullable Throwable one = failure; one != null; one = one.getCause()) {
      if (type.isInstance(one)) {
        return true;
      }
    }
    return false;
  }
}
