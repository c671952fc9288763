package org.sightline.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * A way into one database of a server.
 *
 * @param url a JDBC URL without user name or password
 */
record Login(String url, String username, String password) {
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  /** The same server and role, another database; parameters after the question mark are kept. */
  Login in(String database) {
    int question = url.indexOf('?');
    String address = question < 0 ? url : url.substring(0, question);
    String parameters = question < 0 ? "" : url.substring(question);
    String server = address.substring(0, address.lastIndexOf('/') + 1);
    return new Login(server + database + parameters, username, password);
  }

  /** Never the password. */
  @Override
  public String toString() {
    return username + " at " + url;
  }
}
