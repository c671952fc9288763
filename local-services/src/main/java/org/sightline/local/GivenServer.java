package org.sightline.local;

import java.sql.Connection;
import java.sql.SQLException;

/** The server whose JDBC settings were given; we neither start nor stop it. */
final class GivenServer implements PostgresServer {
  private static final int OLDEST = 15;

  private final Login owner;

  private GivenServer(Login owner) {
    this.owner = owner;
  }

  /** Fails with a sentence when it does not answer, or is older than PostgreSQL 15. */
  static GivenServer connect(Login owner) {
    try (Connection connection = owner.connect()) {
      int major = connection.getMetaData().getDatabaseMajorVersion();
      if (major < OLDEST) {
        throw new StartFailure(
            "The server at %s is PostgreSQL %d and Sightline needs %d or later."
                .formatted(owner.url(), major, OLDEST));
      }
      return new GivenServer(owner);
    } catch (SQLException e) {
      throw new StartFailure(
          "The database given by %s (%s) cannot be used: %s."
              .formatted(
                  Settings.environmentName(Settings.DATABASE_URL),
                  owner,
                  String.valueOf(e.getMessage()).replaceFirst("\\.$", "")),
          e);
    }
  }

  @Override
  public Login administrator() {
    return owner;
  }

  @Override
  public String description() {
    return "the PostgreSQL at " + owner.url();
  }

  @Override
  public void close() {}
}
