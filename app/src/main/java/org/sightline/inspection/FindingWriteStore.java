package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Writes a council's own findings. */
@Singleton
class FindingWriteStore {
  private static final String ADD =
      """
      INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, number, theme_code,
        area_code, text, source, paragraph)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
      """;
  private static final String CHANGE =
      """
      UPDATE finding SET kind = ?, number = ?, theme_code = ?, area_code = ?, text = ?, source = ?, paragraph = ?,
        version = version + 1
      WHERE id = ? AND version = ? AND owner_organisation_id = (SELECT viewer_organisation())
      """;

  private final Connection connection;

  FindingWriteStore(Connection connection) {
    this.connection = connection;
  }

  /** Keeps some new findings; their keys in their order. */
  List<Integer> record(
      int inspectionKey, List<WrittenFinding> findings, AccessClass accessClass, Member member) {
    List<Integer> keys = new ArrayList<>();
    for (WrittenFinding one : findings) {
      keys.add(
          Sql.list(
                  connection,
                  ADD,
                  row -> row.getInt("id"),
                  inspectionKey,
                  member.councilKey(),
                  member.organisationId(),
                  accessClass.name(),
                  one.kind().name(),
                  one.number(),
                  one.themeCode(),
                  one.areaCode(),
                  one.text(),
                  one.source(),
                  one.paragraph())
              .getFirst());
    }
    return keys;
  }

  /** False where somebody has changed it since that version. */
  boolean amend(int key, int version, WrittenFinding written) {
    return Sql.execute(
            connection,
            CHANGE,
            written.kind().name(),
            written.number(),
            written.themeCode(),
            written.areaCode(),
            written.text(),
            written.source(),
            written.paragraph(),
            key,
            version)
        == 1;
  }
}
