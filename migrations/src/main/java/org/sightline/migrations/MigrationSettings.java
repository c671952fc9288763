package org.sightline.migrations;

/**
 * Where the database is, and the three roles that meet there.
 *
 * @param url a JDBC URL of PostgreSQL 15 or later
 * @param ownerUsername owns the tables; needs CREATEROLE where the other two do not exist yet
 * @param appUsername what the service reads as: owns nothing, and row-level security holds it
 * @param releaseWriterUsername what official releases are written as
 */
public record MigrationSettings(
    String url,
    String ownerUsername,
    String ownerPassword,
    String appUsername,
    String appPassword,
    String releaseWriterUsername,
    String releaseWriterPassword) {

  /** Without the passwords. */
  @Override
  public String toString() {
    return "%s as %s (%s, %s)"
        .formatted(
            new DatabaseAddress(url).place(), ownerUsername, appUsername, releaseWriterUsername);
  }
}
