package org.sightline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld.Organisation;

/** A sharing agreement, until it is made: over everything, signed on both sides, and alive. */
public final class SharedAgreement {
  private final SharedWorld world;
  private final Organisation from;
  private final Organisation to;
  private List<Organisation> signatories;
  private String[] datasets = {"INDICATORS"};
  private Integer @Nullable [] indicators;
  private @Nullable LocalDate periodsFrom;
  private @Nullable LocalDate periodsTo;
  private @Nullable Integer namedPerson;
  private Instant validFrom = Instant.parse("2020-01-01T00:00:00Z");
  private Instant validTo = Instant.parse("2100-01-01T00:00:00Z");

  SharedAgreement(SharedWorld world, Organisation from, Organisation to) {
    this.world = world;
    this.from = from;
    this.to = to;
    signatories = List.of(from, to);
  }

  public SharedAgreement over(String... codes) {
    indicators =
        Stream.of(codes)
            .map(code -> world.key("SELECT id FROM indicator WHERE code = ?", code))
            .toArray(Integer[]::new);
    return this;
  }

  /** Only periods that lie whole between two days; null where there is no such bound. */
  public SharedAgreement between(@Nullable LocalDate first, @Nullable LocalDate last) {
    periodsFrom = first;
    periodsTo = last;
    return this;
  }

  public SharedAgreement ofDatasets(String... names) {
    datasets = names;
    return this;
  }

  /** Only with the member of a subject. */
  public SharedAgreement withPerson(String subject) {
    namedPerson = world.key("SELECT id FROM member WHERE subject = ?", subject);
    return this;
  }

  public SharedAgreement signedBy(Organisation... only) {
    signatories = List.of(only);
    return this;
  }

  public SharedAgreement valid(Instant first, Instant end) {
    validFrom = first;
    validTo = end;
    return this;
  }

  /** Puts it in; its key. */
  public int make() {
    int key =
        world.key(
            """
            INSERT INTO sharing_agreement (owner_organisation_id, recipient_organisation_id, recipient_kind,
              recipient_member_id, datasets, indicator_ids, periods_from, periods_to, purpose, onward_publication,
              foi_answered_by, valid_from, valid_to, proposed_by, proposed_by_organisation_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'A test', 'NONE', 'OWNER', ?, ?, ?, ?) RETURNING id
            """,
            from.id(),
            to.id(),
            to.kind().name(),
            namedPerson,
            datasets,
            indicators,
            periodsFrom,
            periodsTo,
            at(validFrom),
            at(validTo),
            from.dataOwner(),
            from.id());
    signatories.forEach(side -> sign(key, side));
    return key;
  }

  private void sign(int key, Organisation side) {
    world.execute(
        """
        INSERT INTO sharing_agreement_signature (agreement_id, organisation_id, signed_by, signed_by_name, signed_as)
        VALUES (?, ?, ?, 'Somebody', 'Director')
        """,
        key,
        side.id(),
        side.dataOwner());
  }

  /** Ends an agreement that was made. */
  public static void revoke(SharedWorld world, int key) {
    world.execute(
        """
        UPDATE sharing_agreement SET revoked_at = now(), revoked_by = proposed_by WHERE id = ?
        """,
        key);
  }

  static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
