package org.sightline.access.worlds;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Agreement;
import org.sightline.access.worlds.World.Cell;
import org.sightline.access.worlds.World.Edition;
import org.sightline.access.worlds.World.Organisation;
import org.sightline.access.worlds.World.Party;
import org.sightline.access.worlds.World.Person;
import org.sightline.access.worlds.World.Protocol;
import org.sightline.access.worlds.World.Standing;
import org.sightline.access.worlds.World.Terms;
import org.sightline.access.worlds.World.Years;
import org.sightline.tenancy.Dataset;

/** A world as the statements that make the database hold it and nothing else. */
final class WorldSql {
  private static final String EMPTY =
      "TRUNCATE organisation, release, period, sharing_agreement, sharing_protocol, import_run CASCADE;\n";

  /** An official target, and the dictionary that is out: ids that no edition of a world has. */
  static final int OFFICIAL = 9_001;

  /** The dictionary under an embargo. */
  static final int HELD_BACK = 9_002;

  private final World world;
  private final StringBuilder sql = new StringBuilder(EMPTY);

  private WorldSql(World world) {
    this.world = world;
  }

  /**
   * The statements.
   *
   * @param now from which every instant is reckoned: a world made again gives the same answers
   */
  static String of(World world, Instant now) {
    return new WorldSql(world).all().replace("now()", "timestamptz '%s'".formatted(now));
  }

  // Somebody is at the imports to the end of the test: after a minute they would be shown as given
  // up,
  // and a slow machine asks for longer.
  private static final String DEFAULTS =
      """
      UPDATE organisation SET created_at = now();
      UPDATE member SET invited_at = now();
      UPDATE sharing_agreement SET proposed_at = now();
      UPDATE sharing_agreement_signature SET signed_at = now();
      UPDATE sharing_protocol SET proposed_at = now();
      UPDATE source_file SET imported_at = now();
      UPDATE edition SET came_at = now();
      UPDATE import_run SET started_at = now(), heartbeat_at = now() + interval '1 day';
      UPDATE access_class_change SET changed_at = now();
      UPDATE saved_group SET created_at = now(), changed_at = now();
      UPDATE access_log SET at = now(), id = md5('log' || request_id)::uuid;
      """;

  private String all() {
    insert("organisation (id, kind, name, code, council_id, onboarded_at)", organisations());
    insert(
        "member (id, organisation_id, organisation_kind, kind, subject, accepted_at, revoked_at, name, email, roles, invited_by)",
        world.people().stream().map(WorldSql::person));
    insert("period (id, type, starts_on, ends_on, year, code)", periods());
    insert("breakdown (id, code)", Stream.of("(1, 'age=10-15') ON CONFLICT DO NOTHING"));
    agreements();
    protocols();
    editions();
    tracesOfWork();
    sql.append(new RecordsSql(world.records(), this::memberOf).all());
    return sql.append(DEFAULTS).toString();
  }

  private Stream<String> organisations() {
    return world.organisations().stream()
        .map(
            one ->
                "(%1$d, '%2$s', 'Organisation %1$d', 'organisation-%1$d', %3$s, %4$s)"
                    .formatted(
                        one.id(),
                        one.kind(),
                        one.area(),
                        one.isOnboarded() ? "now()" : "NULL::timestamptz"));
  }

  private static String person(Person person) {
    boolean isInvited = person.standing() == Standing.INVITED;
    return "(%1$d, %2$d, '%3$s', 'PERSON', %4$s, %5$s, %6$s, 'Person %1$d', 'person-%1$d@example.org', '{%7$s}', nullif(%8$d, 0))"
        .formatted(
            person.id(),
            person.organisation().id(),
            person.organisation().kind(),
            isInvited ? "NULL" : "'" + person.subject() + "'",
            isInvited ? "NULL::timestamptz" : "now()",
            person.standing() == Standing.REVOKED ? "now()" : "NULL::timestamptz",
            String.join(",", person.roles()),
            person.invitedBy());
  }

  private static Stream<String> periods() {
    return Stream.of(Years.values())
        .map(
            one ->
                "(%d, 'REPORTING_YEAR', '%s', '%s', %4$d, '%4$d')"
                    .formatted(one.id(), one.startsOn(), one.endsOn(), one.year()));
  }

  private void agreements() {
    insert(
        "sharing_agreement (id, owner_organisation_id, recipient_organisation_id, recipient_kind, recipient_member_id,"
            + " proposed_by, proposed_by_organisation_id, revoked_at, revoked_by, "
            + TERMS
            + ")",
        world.agreements().stream().map(this::agreement));
    insert(
        "sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as)",
        world.agreements().stream()
            .flatMap(
                one ->
                    Stream.of(
                        one.isSignedByOwner() ? signature(one, one.owner()) : "",
                        one.isSignedByRecipient() ? signature(one, one.recipient()) : ""))
            .filter(row -> !row.isEmpty()));
  }

  private static final String TERMS =
      "datasets, indicator_ids, periods_from, periods_to, valid_from, valid_to, purpose, onward_publication, foi_answered_by";

  private String agreement(Agreement one) {
    int proposer = memberOf(one.owner());
    return "(%d, %d, %d, '%s', nullif(%d, 0), %d, %d, %s, %s, %s)"
        .formatted(
            one.id(),
            one.owner().id(),
            one.recipient().id(),
            one.recipient().kind(),
            one.person(),
            proposer,
            one.owner().id(),
            one.isRevoked() ? "now()" : "NULL::timestamptz",
            one.isRevoked() ? proposer : "NULL",
            terms(one.terms()));
  }

  private String signature(Agreement agreement, Organisation side) {
    return "(%d, %d, %d, 'Somebody', 'Director')"
        .formatted(agreement.id(), side.id(), memberOf(side));
  }

  private static String terms(Terms terms) {
    String validity =
        switch (terms.validity()) {
          case LIVE -> "now() - interval '1 day', now() + interval '1 day'";
          case EXPIRED -> "now() - interval '2 days', now() - interval '1 day'";
          case NOT_YET -> "now() + interval '1 day', now() + interval '2 days'";
        };
    return "'{%s}', %s, %s::date, %s::date, %s, 'a test', 'NONE', 'OWNER'"
        .formatted(
            terms.datasets().stream().map(Dataset::name).sorted().collect(Collectors.joining(",")),
            terms.indicators().isEmpty()
                ? "NULL::int[]"
                : "ARRAY" + terms.indicators().stream().toList(),
            quoted(terms.from()),
            quoted(terms.to()),
            validity);
  }

  private void protocols() {
    insert(
        "sharing_protocol (id, convenor_organisation_id, name, text, reciprocal, open_to, proposed_by, "
            + TERMS
            + ")",
        world.protocols().stream()
            .map(
                one ->
                    "(%d, %d, 'A protocol', 'Its text', %s, '{COUNCIL,REGIONAL_BODY,DFE}', %d, %s)"
                        .formatted(
                            one.id(),
                            one.convenor().id(),
                            one.isReciprocal(),
                            memberOf(one.convenor()),
                            terms(one.terms()))));
    insert(
        "sharing_protocol_party (id, protocol_id, organisation_id, organisation_kind, invited_by, invited_at, signed_by, signed_at, left_by, left_at)",
        world.protocols().stream()
            .flatMap(one -> one.parties().stream().map(party -> party(one, party))));
  }

  private String party(Protocol protocol, Party party) {
    int member = memberOf(party.organisation());
    return "(%d, %d, %d, '%s', %d, now(), %s, %s, %s, %s)"
        .formatted(
            party.id(),
            protocol.id(),
            party.organisation().id(),
            party.organisation().kind(),
            memberOf(protocol.convenor()),
            party.isSigned() ? member : "NULL",
            party.isSigned() ? "now()" : "NULL::timestamptz",
            party.hasLeft() ? member : "NULL",
            party.hasLeft() ? "now()" : "NULL::timestamptz");
  }

  private void editions() {
    List<Edition> editions = world.editions();
    insert(
        "release (id, code, publication, title, published_on, source, owner_organisation_id)",
        editions.stream()
            .map(
                one ->
                    "(%1$d, 'release-%1$d', 'invented', 'Release %1$d', date '%3$s', 'a test', %2$s)"
                        .formatted(one.id(), owner(one), publishedOn(one))));
    insert(
        "edition (id, release_id, table_code, owner_organisation_id, access_class, embargoed_until)",
        editions.stream()
            .map(
                one ->
                    "(%1$d, %1$d, 'table', %2$s, %3$s)"
                        .formatted(one.id(), owner(one), access(one.access()))));
    insert(
        "source_file (id, edition_id, owner_key, name, sha256, bytes, mapping)",
        editions.stream()
            .map(
                one ->
                    "(%1$d, %1$d, coalesce(%2$s, 0), 'file-%1$d.csv', repeat('0', 64), 1, 'none')"
                        .formatted(one.id(), owner(one))));
    insert(
        "edition_coverage (edition_id, indicator_id, period_id, owner_key, has_value)",
        editions.stream()
            .flatMap(
                one ->
                    one.cells().stream()
                        .map(
                            cell ->
                                "(%s, coalesce(%s, 0), %s)"
                                    .formatted(key(one, cell), owner(one), cell.hasValue()))));
    insert(
        "observation (id, edition_id, indicator_id, period_id, breakdown_id, area_id, value, missing,"
            + " owner_organisation_id, access_class, embargoed_until, source_file_id, source_name, source_line)",
        editions.stream()
            .flatMap(one -> one.cells().stream().flatMap(cell -> observations(one, cell))));
    sql.append(
        """
        INSERT INTO edition_breakdown (edition_id, indicator_id, period_id, breakdown_id, owner_key)
        SELECT DISTINCT edition_id, indicator_id, period_id, breakdown_id, owner_key FROM observation;
        """);
  }

  /** The day of an edition's release: not in the order of the ids. */
  static LocalDate publishedOn(Edition edition) {
    return LocalDate.of(2024, 1, 1).plusDays(edition.id() * 37 % 700);
  }

  private Stream<String> observations(Edition edition, Cell cell) {
    return cell.figures().stream()
        .map(
            figure ->
                "(%d, %s, %d, %d, %s, %s, %s, %s, %d, 'file-%d.csv', %d)"
                    .formatted(
                        figure.id(),
                        key(edition, cell),
                        figure.breakdown(),
                        figure.area(),
                        figure.value() == null ? "NULL::numeric" : figure.value().toPlainString(),
                        figure.value() == null ? "'NOT_AVAILABLE'" : "NULL",
                        owner(edition),
                        access(edition.access()),
                        edition.id(),
                        edition.id(),
                        figure.id()));
  }

  private static String key(Edition edition, Cell cell) {
    return "%d, %d, %d".formatted(edition.id(), cell.indicator(), cell.period().id());
  }

  /** The columns access_class and embargoed_until. */
  static String access(Access access) {
    String until =
        switch (access) {
          case EMBARGO_OVER -> "now() - interval '1 minute'";
          case EMBARGOED -> "now() + interval '1 day'";
          default -> "NULL::timestamptz";
        };
    return "'%s', %s".formatted(access.code(), until);
  }

  private static String owner(Edition edition) {
    return edition.owner() == null ? "NULL::int" : Integer.toString(edition.owner().id());
  }

  /**
   * What each organisation leaves behind: an import, a refused row, changes of class, reads, a
   * group of councils, a target. Regional bodies are for every council of the world. Of what
   * officials give there is a target, a dictionary that is out and a newer one held back.
   */
  private void tracesOfWork() {
    sql.append(
        """
        INSERT INTO import_run (id, owner_organisation_id, file_name, mapping, release_code, state, phase, bytes_total)
          SELECT md5('run' || id)::uuid, id, id::text, 'none', 'none', 'RUNNING', 'READING', 1 FROM organisation
          UNION ALL SELECT md5('run')::uuid, NULL, 'official', 'none', 'none', 'RUNNING', 'READING', 1;
        INSERT INTO import_rejection (import_id, owner_key, line, column_name, rule, value, message)
          SELECT id, owner_key, 1, 'x', 'x', 'x', file_name FROM import_run;
        INSERT INTO access_class_change (id, edition_id, owner_organisation_id, from_class, to_class, changed_by, changed_by_name)
          SELECT edition.id, edition.id, owner_organisation_id, 'COUNCIL_ONLY', access_class,
            (SELECT min(member.id) FROM member WHERE organisation_id = owner_organisation_id), 'Somebody'
          FROM edition WHERE owner_organisation_id IS NOT NULL;
        INSERT INTO access_log (owner_organisation_id, dataset, reader_member_id, reader_organisation_id, reader_name,
            request_id, document, kind, row_count)
          SELECT organisation.id, 'INDICATORS', reader.id, reader.organisation_id, reader.name,
            organisation.id::text, '{ x }', 'READ', 1
          FROM organisation CROSS JOIN LATERAL (
            SELECT * FROM member WHERE organisation_id <> organisation.id ORDER BY id LIMIT 1) AS reader;
        INSERT INTO saved_group (id, owner_organisation_id, name, council_ids, created_by, created_by_name)
          SELECT organisation.id, organisation.id, 'Group of ' || organisation.id,
            (SELECT array_agg(council_id ORDER BY council_id) FROM organisation AS council WHERE council_id IS NOT NULL
              AND (council.id = organisation.id OR council.id = 1)),
            (SELECT min(member.id) FROM member WHERE organisation_id = organisation.id), 'Somebody'
          FROM organisation;
        INSERT INTO regional_body_council (organisation_id, council_id, valid_from)
          SELECT body.id, council.council_id, '2009-01-01' FROM organisation AS body, organisation AS council
          WHERE body.kind = 'REGIONAL_BODY' AND council.kind = 'COUNCIL';
        INSERT INTO indicator_target (id, indicator_id, owner_organisation_id, value, valid_from, source)
          SELECT organisation.id, indicator.id, organisation.id, organisation.id, date '2009-01-01', 'Of ' || organisation.id
          FROM organisation, indicator WHERE indicator.code = 're-referrals-percent'
          UNION ALL SELECT %1$d, id, NULL, 20, date '2009-01-01', 'Official' FROM indicator WHERE code = 're-referrals-percent';
        INSERT INTO release (id, code, publication, title, published_on, source)
          SELECT id, 'dictionary-' || id, 'lait', 'Dictionary', date '2024-01-01', 'a test' FROM unnest(ARRAY[%1$d, %2$d]) AS id;
        INSERT INTO edition (id, release_id, table_code, access_class, embargoed_until)
          VALUES (%1$d, %1$d, 'lait-data-dictionary', 'PUBLISHED', NULL),
            (%2$d, %2$d, 'lait-data-dictionary', 'EMBARGOED', now() + interval '1 day');
        INSERT INTO dictionary_entry (edition_id, topic, measure, name, chart_title, axis, year_type, no_quartile, links, source_line)
          SELECT id, 'Topic', 'Measure', 'Of ' || id, 'x', 'x', 'x', false, '', 1 FROM unnest(ARRAY[%1$d, %2$d]) AS id;
        """
            .formatted(OFFICIAL, HELD_BACK));
  }

  private int memberOf(Organisation organisation) {
    return world.people().stream()
        .filter(person -> person.organisation().equals(organisation))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static String quoted(@Nullable Object value) {
    return value == null ? "NULL" : "'" + Objects.requireNonNull(value) + "'";
  }

  private void insert(String into, Stream<String> rows) {
    String all = rows.collect(Collectors.joining(",\n"));
    if (!all.isEmpty()) {
      sql.append("INSERT INTO ").append(into).append(" VALUES\n").append(all).append(";\n");
    }
  }
}
