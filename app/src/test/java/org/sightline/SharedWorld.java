package org.sightline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sightline.local.Database;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/**
 * Organisations, members, agreements, protocols and councils' returns in a test's database, put in
 * by the tables' owner: past every guard but the constraints.
 */
public final class SharedWorld implements AutoCloseable {
  private final Connection owner;
  private int numbered;

  /** The world of a database that has tables and reference data. */
  public SharedWorld(Database database) {
    try {
      owner = database.connect();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Somebody who owns rows or is shown them.
   *
   * @param council the key of its area, null where it is no council
   * @param dataOwner the key of the member who signs for it
   */
  public record Organisation(
      int id,
      String code,
      OrganisationKind kind,
      @Nullable Integer council,
      int dataOwner,
      Viewer dataOwnerViewer) {}

  /** The organisation of a council, by an ONS code; with a data owner {@code <code>-owner}. */
  public Organisation council(String code) {
    return organisation(code.toLowerCase(Locale.ROOT), OrganisationKind.COUNCIL, areaKey(code));
  }

  /** What a council is from a day on. */
  public void attribute(String code, String attribute, String value, LocalDate from) {
    execute(
        """
        INSERT INTO council_attribute (council_id, attribute_code, value, valid_from, source)
        VALUES (?, ?, ?, ?, 'a test')
        """,
        areaKey(code),
        attribute,
        value,
        from);
  }

  /** A regional body, or the DfE; with a data owner {@code <code>-owner}. */
  public Organisation organisation(String code, OrganisationKind kind) {
    return organisation(code, kind, null);
  }

  private Organisation organisation(String code, OrganisationKind kind, @Nullable Integer council) {
    int id =
        key(
            """
            INSERT INTO organisation (kind, name, council_id, code, onboarded_at)
            VALUES (?, 'Organisation ' || ?::text, ?, ?, now()) RETURNING id
            """,
            kind.name(),
            code,
            council,
            code);
    Role signs = kind == OrganisationKind.OPERATOR ? Role.OPERATOR : Role.DATA_OWNER;
    int dataOwner = memberKey(id, kind, code + "-owner", signs);
    return new Organisation(id, code, kind, council, dataOwner, new Viewer(code + "-owner"));
  }

  /** A person of an organisation, whose token has this subject. */
  public Viewer member(Organisation organisation, String subject, Role... roles) {
    memberKey(organisation.id(), organisation.kind(), subject, roles);
    return new Viewer(subject);
  }

  private int memberKey(int organisation, OrganisationKind kind, String subject, Role... roles) {
    return key(
        """
        INSERT INTO member (organisation_id, organisation_kind, kind, subject, name, email, roles, accepted_at)
        VALUES (?, ?, 'PERSON', ?, 'Member ' || ?::text, ?, ?, now()) RETURNING id
        """,
        organisation,
        kind.name(),
        subject,
        subject,
        subject.toLowerCase(Locale.ROOT) + "@council.example",
        Arrays.stream(roles).map(Role::code).toArray(String[]::new));
  }

  /** Ends a membership. */
  public void revoke(Viewer member) {
    execute(
        "UPDATE member SET revoked_at = now(), revoked_by = id WHERE subject = ?",
        member.subject());
  }

  /**
   * An agreement over all indicators and periods that both sides have signed, unless it says so.
   */
  public SharedAgreement agreement(Organisation from, Organisation to) {
    return new SharedAgreement(this, from, to);
  }

  /** A protocol over all indicators and periods; who signs it is said of it. */
  public SharedProtocol protocol(Organisation convenor) {
    return new SharedProtocol(this, convenor);
  }

  /** A council's own figures, of the class COUNCIL_ONLY unless it says so. */
  public CouncilReturn councilReturn(Organisation council) {
    return new CouncilReturn(this, council);
  }

  /** Figures that nobody owns, of the class PUBLISHED unless it says so. */
  public CouncilReturn officialRelease() {
    return new CouncilReturn(this, null);
  }

  /** A year to 31 March, whether or not it is there. */
  public void reportingYear(int year) {
    period(
        "REPORTING_YEAR",
        String.valueOf(year),
        LocalDate.of(year - 1, 4, 1),
        LocalDate.of(year, 3, 31),
        year);
  }

  /** A period, whether or not it is there. */
  public void period(String type, String code, LocalDate startsOn, LocalDate endsOn, int year) {
    execute(
        """
        INSERT INTO period (type, starts_on, ends_on, year, code) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """,
        type,
        startsOn,
        endsOn,
        year,
        code);
  }

  /** A region made up for the demonstration; its key. */
  public int madeUpRegion(String code, String name) {
    int key = madeUpArea("REGION", name, null, null);
    execute("INSERT INTO area_code VALUES (?, 'ONS', ?, '2009-01-01', NULL)", key, code);
    return key;
  }

  /** A council made up for the demonstration; its key. */
  public int madeUpCouncil(String code, String dfeNumber, String name, int region) {
    int key = madeUpArea("COUNCIL", name, region, "UNITARY");
    execute(
        """
        INSERT INTO area_code VALUES (?, 'ONS', ?, '2009-01-01', NULL), (?, 'DFE', ?, '2009-01-01', NULL)
        """,
        key,
        code,
        key,
        dfeNumber);
    return key;
  }

  private int madeUpArea(
      String kind, String name, @Nullable Integer region, @Nullable String type) {
    return key(
        """
        INSERT INTO area (id, kind, name, region_id, council_type, exists_from, generated)
        SELECT max(id) + 1, ?, ?, ?, ?, '2009-01-01', true FROM area RETURNING id
        """,
        kind,
        name,
        region,
        type);
  }

  /**
   * Leaves an edition's figures of one indicator to its owner alone, whatever the edition's class.
   */
  public void keepBack(int edition, String indicator) {
    execute(
        """
        UPDATE observation SET access_class = 'COUNCIL_ONLY', embargoed_until = NULL
        WHERE edition_id = ? AND indicator_id = (SELECT id FROM indicator WHERE code = ?)
        """,
        edition,
        indicator);
  }

  /** The same of one breakdown, such as {@code age=19-21}. */
  public void keepBack(int edition, String indicator, String breakdown) {
    execute(
        """
        UPDATE observation SET access_class = 'COUNCIL_ONLY', embargoed_until = NULL
        WHERE edition_id = ? AND indicator_id = (SELECT id FROM indicator WHERE code = ?)
          AND breakdown_id = (SELECT id FROM breakdown WHERE code = ?)
        """,
        edition,
        indicator,
        breakdown);
  }

  /** Puts other numbers into an edition's figures, where they stand. */
  public void revise(int edition, String value, String numerator) {
    execute(
        "UPDATE observation SET value = ?::numeric, numerator = ?::numeric WHERE edition_id = ?",
        value,
        numerator,
        edition);
  }

  /** Leaves nothing of an edition, as if it had never come. */
  public void forget(int edition) {
    for (String table :
        List.of("observation", "edition_breakdown", "edition_coverage", "source_file")) {
      execute("DELETE FROM " + table + " WHERE edition_id = ?", edition);
    }
    int release = key("DELETE FROM edition WHERE id = ? RETURNING release_id", edition);
    execute("DELETE FROM release WHERE id = ?", release);
  }

  /** Says of a council whose neighbour it is. */
  public void link(String model, int council, int rank, int neighbour) {
    execute("INSERT INTO neighbour VALUES (?, ?, ?, ?, 'CLOSE')", model, council, rank, neighbour);
  }

  /** Lets the reference data be loaded anew. */
  public void forgetReferenceVersion() {
    execute("DELETE FROM reference_version");
  }

  /**
   * Leaves the stores' own filters alone in charge: row-level security off, in this database only.
   */
  public void withoutRowLevelSecurity() {
    execute(
        """
        DO $$ DECLARE guarded regclass; BEGIN
          FOR guarded IN SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relrowsecurity LOOP
            EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', guarded);
          END LOOP;
        END $$
        """);
  }

  /** The key of the area that has a code. */
  public int areaKey(String code) {
    return key("SELECT area_id FROM area_code WHERE code = ? ORDER BY valid_from DESC", code);
  }

  /** A number for a name that must not be given twice. */
  int next() {
    return ++numbered;
  }

  /** The key in the first column of the first row. */
  public int key(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new AssertionError("No row: " + sql + " " + List.of(parameters));
      }
      return rows.getInt(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Gives an organisation a target of its own. */
  public void target(Organisation owner, String indicator, String value) {
    execute(
        "INSERT INTO indicator_target (indicator_id, owner_organisation_id, value, valid_from, source)"
            + " SELECT id, ?, ?::numeric, '2009-01-01', 'Ours' FROM indicator WHERE code = ?",
        owner.id(),
        value,
        indicator);
  }

  public void execute(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters)) {
      statement.execute();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** The first column, as texts. */
  public List<String> texts(String sql, @Nullable Object... parameters) {
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private PreparedStatement prepare(String sql, @Nullable Object... parameters)
      throws SQLException {
    PreparedStatement statement = owner.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      @Nullable Object parameter = parameters[i];
      if (parameter instanceof String[] texts) {
        statement.setArray(i + 1, owner.createArrayOf("text", texts));
      } else if (parameter instanceof Integer[] numbers) {
        statement.setArray(i + 1, owner.createArrayOf("int4", numbers));
      } else {
        statement.setObject(i + 1, parameter);
      }
    }
    return statement;
  }

  @Override
  public void close() {
    try {
      owner.close();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
