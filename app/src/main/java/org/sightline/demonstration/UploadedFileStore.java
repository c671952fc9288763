package org.sightline.demonstration;

import jakarta.inject.Singleton;
import java.sql.Connection;
import org.sightline.tenancy.Sql;

/** Which files the viewer's organisation has uploaded. */
@Singleton
class UploadedFileStore {
  private final Connection connection;

  UploadedFileStore(Connection connection) {
    this.connection = connection;
  }

  /** Whether these very bytes have come before, be they superseded by now. */
  boolean isKnown(String sha256) {
    return Sql.list(
            connection,
            """
            SELECT EXISTS (SELECT FROM source_file
              WHERE sha256 = ? AND owner_key = (SELECT viewer_organisation())) AS is_known
            """,
            row -> row.getBoolean("is_known"),
            sha256)
        .getFirst();
  }
}
