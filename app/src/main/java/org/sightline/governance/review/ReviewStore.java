package org.sightline.governance.review;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Sql;

/** Reviews, from PostgreSQL. */
@Singleton
class ReviewStore {
  private static final String REVIEWS = Sql.beside(ReviewStore.class, "reviews.sql");
  private static final String OF_COUNCILS =
      " AND (?::int[] IS NULL OR review.council_id = ANY (?::int[]))";
  private static final String PAGE =
      REVIEWS
          + OF_COUNCILS
          + """
            AND (review.created_at, review.id) < (coalesce(?::timestamptz, 'infinity'), ?)
          ORDER BY review.created_at DESC, review.id DESC
          LIMIT ?
          """;
  private static final String COUNT =
      "SELECT count(*) AS total FROM (" + REVIEWS + OF_COUNCILS + ") AS review";
  private static final String ALL = REVIEWS + OF_COUNCILS + " ORDER BY review.held_on, review.id";
  private static final String BY_KEY = REVIEWS + " AND review.id = ANY (?::int[])";
  private static final String POINTS = Sql.beside(ReviewStore.class, "points.sql");
  private static final String RECORD = Sql.beside(ReviewStore.class, "record-review.sql");
  private static final String AMEND = Sql.beside(ReviewStore.class, "amend-review.sql");
  private static final String ADD_POINTS = Sql.beside(ReviewStore.class, "add-points.sql");
  private static final String REMOVE_POINTS =
      "DELETE FROM review_point WHERE review_id = ? AND owner_organisation_id = (SELECT viewer_organisation())";
  private static final String ISSUE =
      """
      UPDATE review SET issued_at = now(), version = version + 1
      WHERE id = ? AND version = ? AND written_by = (SELECT viewer_member()) AND issued_at IS NULL
      """;

  private final Connection connection;

  ReviewStore(Connection connection) {
    this.connection = connection;
  }

  /**
   * The one begun last first, from a position on.
   *
   * @param councilKeys null for all
   * @param before null for the first page, and then the key counts for nothing
   */
  List<Review> page(
      @Nullable Collection<Integer> councilKeys,
      @Nullable OffsetDateTime before,
      int beforeKey,
      int most) {
    return Sql.list(
        connection, PAGE, ReviewStore::review, councilKeys, councilKeys, before, beforeKey, most);
  }

  long count(@Nullable Collection<Integer> councilKeys) {
    return Sql.list(connection, COUNT, row -> row.getLong("total"), councilKeys, councilKeys)
        .getFirst();
  }

  /** All of some councils, by the day on which they were held. */
  List<Review> ofCouncils(Collection<Integer> councilKeys) {
    return Sql.list(connection, ALL, ReviewStore::review, councilKeys, councilKeys);
  }

  Optional<Review> find(int key) {
    return byKey(List.of(key)).stream().findFirst();
  }

  List<Review> byKey(Collection<Integer> keys) {
    return Sql.list(connection, BY_KEY, ReviewStore::review, keys);
  }

  /** By review and position. */
  List<ReviewPoint> points(Collection<Integer> reviewKeys) {
    return Sql.list(connection, POINTS, ReviewStore::point, reviewKeys);
  }

  /** The codes of the shared vocabulary. */
  Set<String> themes() {
    return new HashSet<>(
        Sql.list(connection, "SELECT code FROM theme", row -> row.getString("code")));
  }

  /** Whether a council shares something with the viewer by an agreement now. */
  boolean isAgreed(int councilKey) {
    return Sql.list(
            connection,
            "SELECT ? = ANY (councils_agreed_with()) AS agreed",
            row -> row.getBoolean("agreed"),
            councilKey)
        .getFirst();
  }

  /** The key of the new draft. */
  int record(int councilKey, Draft draft, Member writer) {
    int key =
        Sql.list(
                connection,
                RECORD,
                row -> row.getInt("id"),
                writer.organisationId(),
                councilKey,
                draft.heldOn(),
                draft.title(),
                draft.conclusion(),
                writer.id(),
                writer.name())
            .getFirst();
    addPoints(key, Objects.requireNonNullElse(draft.points(), List.of()), writer);
    return key;
  }

  /** False where it was changed or issued since that version. */
  boolean amend(int key, int version, Draft draft, Member writer) {
    int changed =
        Sql.execute(
            connection, AMEND, draft.heldOn(), draft.title(), draft.conclusion(), key, version);
    @Nullable List<Draft.Point> points = draft.points();
    if (changed == 1 && points != null) {
      int _ = Sql.execute(connection, REMOVE_POINTS, key);
      addPoints(key, points, writer);
    }
    return changed == 1;
  }

  /** False where it was changed or issued since that version. */
  boolean issue(int key, int version) {
    return Sql.execute(connection, ISSUE, key, version) == 1;
  }

  private void addPoints(int key, List<Draft.Point> points, Member writer) {
    int _ =
        Sql.execute(
            connection,
            ADD_POINTS,
            key,
            writer.organisationId(),
            points.stream().map(point -> point.kind().name()).toList(),
            points.stream().map(Draft.Point::theme).toList(),
            points.stream().map(Draft.Point::text).toList());
  }

  private static Review review(ResultSet row) throws SQLException {
    return new Review(
        row.getInt("id"),
        row.getInt("owner_organisation_id"),
        row.getInt("council_id"),
        row.getObject("held_on", LocalDate.class),
        row.getString("title"),
        row.getString("conclusion"),
        row.getString("written_by_name"),
        row.getObject("issued_at", OffsetDateTime.class),
        row.getObject("created_at", OffsetDateTime.class),
        row.getInt("version"),
        row.getBoolean("is_writer"),
        row.getBoolean("is_agreed"));
  }

  private static ReviewPoint point(ResultSet row) throws SQLException {
    return new ReviewPoint(
        row.getInt("review_id"),
        row.getInt("position"),
        ReviewPointKind.valueOf(row.getString("kind")),
        row.getString("theme_code"),
        row.getString("theme_name"),
        row.getString("text"));
  }
}
