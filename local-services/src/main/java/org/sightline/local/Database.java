package org.sightline.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One database and the role that owns it. The owner has LOGIN and CREATEROLE and is no superuser:
 * the privileges of an ordinary installation.
 *
 * @param url a JDBC URL without user name or password
 */
public record Database(String url, String ownerUsername, String ownerPassword) {
  /** A new connection as the owner; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, ownerUsername, ownerPassword);
  }

  /** The database's name, as in the URL. */
  public String name() {
    String withoutParameters = url.replaceFirst("\\?.*", "");
    return withoutParameters.substring(withoutParameters.lastIndexOf('/') + 1);
  }

  /** Never the password. */
  @Override
  public String toString() {
    return ownerUsername + " at " + url;
  }
}
