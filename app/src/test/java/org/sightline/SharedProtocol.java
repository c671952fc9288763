package org.sightline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld.Organisation;

/** A sharing protocol, until it is made: over everything, and alive. */
public final class SharedProtocol {
  private final SharedWorld world;
  private final Organisation convenor;
  private boolean isReciprocal;
  private Integer @Nullable [] indicators;
  private @Nullable LocalDate periodsFrom;
  private @Nullable LocalDate periodsTo;

  SharedProtocol(SharedWorld world, Organisation convenor) {
    this.world = world;
    this.convenor = convenor;
  }

  public SharedProtocol reciprocal() {
    isReciprocal = true;
    return this;
  }

  public SharedProtocol over(String... codes) {
    indicators =
        Stream.of(codes)
            .map(code -> world.key("SELECT id FROM indicator WHERE code = ?", code))
            .toArray(Integer[]::new);
    return this;
  }

  /** Only periods that lie whole between two days; null where there is no such bound. */
  public SharedProtocol between(@Nullable LocalDate first, @Nullable LocalDate last) {
    periodsFrom = first;
    periodsTo = last;
    return this;
  }

  /** Puts it in, signed by these; its key. */
  public int signedBy(Organisation... parties) {
    int key =
        world.key(
            """
            INSERT INTO sharing_protocol (convenor_organisation_id, name, text, purpose, datasets, indicator_ids,
              periods_from, periods_to, reciprocal, open_to, onward_publication, foi_answered_by, valid_from, valid_to, proposed_by)
            VALUES (?, 'Protocol ' || ?::text, 'We share.', 'A test', '{INDICATORS}', ?, ?, ?, ?, '{COUNCIL,REGIONAL_BODY,DFE}', 'NONE', 'OWNER', ?, ?, ?)
            RETURNING id
            """,
            convenor.id(),
            world.next(),
            indicators,
            periodsFrom,
            periodsTo,
            isReciprocal,
            SharedAgreement.at(Instant.parse("2020-01-01T00:00:00Z")),
            SharedAgreement.at(Instant.parse("2100-01-01T00:00:00Z")),
            convenor.dataOwner());
    Stream.of(parties).forEach(party -> join(world, convenor, key, party));
    return key;
  }

  /** Lets one more sign a protocol that was made. */
  public static void join(SharedWorld world, Organisation convenor, int key, Organisation party) {
    world.execute(
        """
        INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by, signed_by,
          signed_by_name, signed_as, signed_at)
        VALUES (?, ?, ?, ?, ?, 'Somebody', 'Director', now())
        """,
        key,
        party.id(),
        party.kind().name(),
        convenor.dataOwner(),
        party.dataOwner());
  }

  /** Lets one leave. */
  public static void leave(SharedWorld world, int key, Organisation party) {
    world.execute(
        """
        UPDATE sharing_protocol_party SET left_at = now(), left_by = signed_by, left_by_name = signed_by_name
        WHERE protocol_id = ? AND organisation_id = ? AND left_at IS NULL
        """,
        key,
        party.id());
  }
}
