package org.sightline.local;

/** A PostgreSQL that runs. */
interface PostgresServer extends AutoCloseable {
  /** A role that may create databases and roles, in a database that always exists. */
  Login administrator();

  /** For people: what it is and where, in a few words. */
  String description();

  /** Stops the server if this process started it; otherwise does nothing. */
  @Override
  void close();
}
