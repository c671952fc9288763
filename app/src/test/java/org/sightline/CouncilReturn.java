package org.sightline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld.Organisation;
import org.sightline.indicator.AccessClass;

/** One release with one edition and its figures, until it is added. */
public final class CouncilReturn {
  private final SharedWorld world;
  private final @Nullable Organisation owner;
  private final List<Row> rows = new ArrayList<>();
  private AccessClass accessClass;
  private @Nullable OffsetDateTime embargoedUntil;
  private LocalDate publishedOn = LocalDate.of(2025, 11, 1);
  private @Nullable String code;

  private record Row(
      String indicator,
      String period,
      String breakdown,
      int area,
      @Nullable String value,
      @Nullable String missing,
      @Nullable String numerator,
      @Nullable String denominator) {
    Row(
        String indicator,
        String period,
        String breakdown,
        int area,
        @Nullable String value,
        @Nullable String missing) {
      this(indicator, period, breakdown, area, value, missing, null, null);
    }
  }

  CouncilReturn(SharedWorld world, @Nullable Organisation owner) {
    this.world = world;
    this.owner = owner;
    accessClass = owner == null ? AccessClass.PUBLISHED : AccessClass.COUNCIL_ONLY;
  }

  public CouncilReturn ofClass(AccessClass given) {
    accessClass = given;
    return this;
  }

  public CouncilReturn embargoedUntil(OffsetDateTime instant) {
    accessClass = AccessClass.EMBARGOED;
    embargoedUntil = instant;
    return this;
  }

  public CouncilReturn publishedOn(String day) {
    publishedOn = LocalDate.parse(day);
    return this;
  }

  /** The release's code; {@code return-<number>} where nothing is said. */
  public CouncilReturn called(String releaseCode) {
    code = releaseCode;
    return this;
  }

  /** A value of the owner's council. */
  public CouncilReturn figure(String indicator, String period, String value) {
    return figure(indicator, period, "", value);
  }

  /** A value of the owner's council, of a breakdown such as {@code age=19-21}. */
  public CouncilReturn figure(String indicator, String period, String breakdown, String value) {
    rows.add(new Row(indicator, period, breakdown, ownArea(), value, null));
    return this;
  }

  /** A value of the area that has a code. */
  public CouncilReturn figureOf(String area, String indicator, String period, String value) {
    return figureOf(area, indicator, period, "", value);
  }

  /** A value of the area that has a code, of a breakdown such as {@code age=19-21}. */
  public CouncilReturn figureOf(
      String area, String indicator, String period, String breakdown, String value) {
    rows.add(new Row(indicator, period, breakdown, world.areaKey(area), value, null));
    return this;
  }

  /** That the owner's council has no value, and why. */
  public CouncilReturn missing(String indicator, String period, String reason) {
    rows.add(new Row(indicator, period, "", ownArea(), null, reason));
    return this;
  }

  /** A share of the owner's council, of a breakdown such as {@code age=19-21}. */
  public CouncilReturn share(
      String indicator,
      String period,
      String breakdown,
      String value,
      String numerator,
      String denominator) {
    rows.add(new Row(indicator, period, breakdown, ownArea(), value, null, numerator, denominator));
    return this;
  }

  /** That the owner's council has no value of a breakdown, and why. */
  public CouncilReturn missing(String indicator, String period, String breakdown, String reason) {
    rows.add(new Row(indicator, period, breakdown, ownArea(), null, reason));
    return this;
  }

  private int ownArea() {
    return Objects.requireNonNull(Objects.requireNonNull(owner).council());
  }

  /** Puts it in; the edition's key. */
  public int add() {
    int number = world.next();
    String name = code == null ? "return-" + number : code;
    @Nullable Integer ownerId = owner == null ? null : owner.id();
    int ownerKey = owner == null ? 0 : owner.id();
    int release =
        world.key(
            """
            INSERT INTO release (code, publication, title, published_on, source, owner_organisation_id)
            VALUES (?, 'council-return', 'A return', ?, 'a test', ?) RETURNING id
            """,
            name,
            publishedOn,
            ownerId);
    int edition =
        world.key(
            """
            INSERT INTO edition (release_id, table_code, access_class, embargoed_until, owner_organisation_id)
            VALUES (?, 'return', ?, ?, ?) RETURNING id
            """,
            release,
            accessClass.name(),
            embargoedUntil,
            ownerId);
    int file =
        world.key(
            """
            INSERT INTO source_file (edition_id, owner_key, name, sha256, bytes, mapping)
            VALUES (?, ?, ?, repeat('0', 64), 1, 'none') RETURNING id
            """,
            edition,
            ownerKey,
            name + ".csv");
    for (int line = 0; line < rows.size(); line++) {
      add(rows.get(line), line + 2, edition, ownerKey, file);
    }
    return edition;
  }

  private void add(Row row, int line, int edition, int ownerKey, int file) {
    int indicator = world.key("SELECT id FROM indicator WHERE code = ?", row.indicator());
    int period = world.key("SELECT id FROM period WHERE code = ? ORDER BY type", row.period());
    world.execute(
        "INSERT INTO breakdown (code) VALUES (?) ON CONFLICT DO NOTHING", row.breakdown());
    int breakdown = world.key("SELECT id FROM breakdown WHERE code = ?", row.breakdown());
    world.execute(
        """
        INSERT INTO edition_coverage (edition_id, indicator_id, period_id, owner_key, has_value) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (edition_id, indicator_id, period_id) DO UPDATE
          SET has_value = edition_coverage.has_value OR excluded.has_value
        """,
        edition,
        indicator,
        period,
        ownerKey,
        row.value() != null);
    world.execute(
        """
        INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id, owner_key)
        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """,
        edition,
        indicator,
        period,
        breakdown,
        ownerKey);
    world.execute(
        """
        INSERT INTO observation (indicator_id, edition_id, period_id, breakdown_id, area_id, owner_organisation_id,
          access_class, embargoed_until, value, missing, numerator, denominator,
          source_file_id, source_name, source_line)
        SELECT ?, edition.id, ?, ?, ?, edition.owner_organisation_id, edition.access_class, edition.embargoed_until,
          ?, ?, ?, ?, source_file.id, source_file.name, ?
        FROM edition, source_file WHERE edition.id = ? AND source_file.id = ?
        """,
        indicator,
        period,
        breakdown,
        row.area(),
        number(row.value()),
        row.missing(),
        number(row.numerator()),
        number(row.denominator()),
        line,
        edition,
        file);
  }

  private static @Nullable BigDecimal number(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }
}
