package org.sightline.access.organisation;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.OrganisationKind;

/** The organisations that take part, for members. */
@Singleton
public class OrganisationService {
  private final OrganisationStore store;

  OrganisationService(OrganisationStore store) {
    this.store = store;
  }

  /**
   * All organisations, by name.
   *
   * @throws org.sightline.tenancy.Forbidden when nobody has signed in
   */
  public List<Organisation> list() {
    Member _ = BoundViewer.current().requireMember();
    return store.all();
  }

  /** All organisations by code, in one statement. */
  public Map<String, Organisation> byCode() {
    return list().stream().collect(Collectors.toMap(Organisation::code, Function.identity()));
  }

  /** Some organisations by key; those out of the viewer's sight are left out. */
  public Map<Integer, Organisation> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream()
        .collect(Collectors.toMap(Organisation::key, Function.identity()));
  }

  /** Whether there is a regional body of that key in the viewer's sight. */
  boolean isRegionalBody(int key) {
    Organisation found = byKey(List.of(key)).get(key);
    return found != null && found.kind() == OrganisationKind.REGIONAL_BODY;
  }

  /** The keys of the councils that belong to a regional body on a day. */
  List<Integer> councilsOf(int bodyKey, LocalDate day) {
    return store.councilsOf(bodyKey, day);
  }

  /** The advisers whom an agreement may name, by their organisations' keys. */
  public Map<Integer, List<MemberName>> advisers(Collection<Integer> organisationKeys) {
    return store.advisers(organisationKeys);
  }

  /**
   * A person of an organisation whom the viewer may name in an agreement.
   *
   * @param id as a caller sent it; one that is none is nobody
   */
  public Optional<MemberName> person(String id, Organisation organisation) {
    return GlobalId.number(MemberName.TYPE, id)
        .flatMap(key -> store.person(key, organisation.key()));
  }
}
