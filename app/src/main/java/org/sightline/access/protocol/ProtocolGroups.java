package org.sightline.access.protocol;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sightline.access.organisation.Organisation;
import org.sightline.access.organisation.OrganisationService;
import org.sightline.council.Areas;
import org.sightline.council.Council;
import org.sightline.council.GroupSource;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.NotFound;

/**
 * The councils that are parties of a protocol now, as far as the viewer may know the parties: the
 * field {@code protocol} of a group.
 */
@Singleton
class ProtocolGroups implements GroupSource {
  private final ProtocolService protocols;
  private final OrganisationService organisations;

  ProtocolGroups(ProtocolService protocols, OrganisationService organisations) {
    this.protocols = protocols;
    this.organisations = organisations;
  }

  @Override
  public String field() {
    return "protocol";
  }

  @Override
  public List<Council> members(Object asked, Areas areas, LocalDate day) {
    String id = (String) asked;
    SharingProtocol protocol =
        GlobalId.number(ProtocolFields.PROTOCOL, id)
            .flatMap(protocols::find)
            .orElseThrow(() -> nothing(id));
    List<Integer> parties =
        protocols.parties(List.of(protocol.key())).values().stream()
            .flatMap(List::stream)
            .filter(party -> party.isCurrent() && party.signedAt() != null)
            .map(Party::organisationKey)
            .toList();
    Stream<Integer> councils =
        organisations.byKey(parties).values().stream()
            .map(Organisation::councilKey)
            .filter(Objects::nonNull);
    return councils.map(areas::council).sorted(Comparator.comparing(Council::name)).toList();
  }

  /** The same for a protocol of others and for one that never was. */
  private static NotFound nothing(String id) {
    return new NotFound("There is no sharing protocol with the id '%s'.".formatted(id));
  }
}
