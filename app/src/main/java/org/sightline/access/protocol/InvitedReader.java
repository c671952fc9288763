package org.sightline.access.protocol;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.access.organisation.Organisation;
import org.sightline.access.organisation.OrganisationService;
import org.sightline.graphql.Input;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.OrganisationKind;

/** Reads whom an input invites, and says in a sentence each who cannot be. */
@Singleton
class InvitedReader {
  private static final String FIELD = "invited";
  private static final String OPEN_TO = "openTo";
  private static final String NOT_ALLOWED = "NOT_ALLOWED";
  private static final String NO_OPERATOR =
      "Who runs the platform is no party: the operator sees published data only.";
  private static final int MOST = 200;

  private final OrganisationService organisations;

  InvitedReader(OrganisationService organisations) {
    this.organisations = organisations;
  }

  /** The kinds of organisations that a protocol shall be open to; none where that is wrong. */
  Set<OrganisationKind> openTo(Input input, UserErrors errors) {
    Set<OrganisationKind> kinds = EnumSet.noneOf(OrganisationKind.class);
    for (String kind : Objects.requireNonNull(input.texts(OPEN_TO))) {
      kinds.add(OrganisationKind.valueOf(kind));
    }
    errors.addIf(
        kinds.isEmpty(), OPEN_TO, "EMPTY", "Name one kind or more of COUNCIL, REGIONAL_BODY, DFE.");
    boolean isOpenToOperators = kinds.remove(OrganisationKind.OPERATOR);
    errors.addIf(isOpenToOperators, OPEN_TO, NOT_ALLOWED, NO_OPERATOR);
    return isOpenToOperators ? Set.of() : kinds;
  }

  /**
   * The organisations, each once; those that cannot be invited are left out.
   *
   * @param openTo the kinds that the protocol is open to; none where that is wrong already
   */
  List<Organisation> read(Input input, Collection<OrganisationKind> openTo, UserErrors errors) {
    List<String> codes = Objects.requireNonNull(input.texts(FIELD)).stream().distinct().toList();
    errors.addIf(codes.isEmpty(), FIELD, "EMPTY", "Invite one organisation or more.");
    if (codes.size() > MOST) {
      errors.add(
          FIELD,
          "TOO_LONG",
          "At most %d organisations are invited at once; these are %d."
              .formatted(MOST, codes.size()));
      return List.of();
    }
    Map<String, Organisation> known = organisations.byCode();
    return codes.stream().flatMap(code -> invited(code, known, openTo, errors)).toList();
  }

  private static Stream<Organisation> invited(
      String code,
      Map<String, Organisation> known,
      Collection<OrganisationKind> openTo,
      UserErrors errors) {
    Organisation found = known.get(code);
    if (found == null) {
      errors.add(
          FIELD,
          "UNKNOWN_ORGANISATION",
          "No organisation has the code '%s'.%s { organisations { code name } } lists them."
              .formatted(code, Suggestions.didYouMean(code, known.keySet())));
      return Stream.empty();
    }
    if (found.kind() == OrganisationKind.OPERATOR) {
      errors.add(FIELD, NOT_ALLOWED, NO_OPERATOR);
      return Stream.empty();
    }
    if (!openTo.isEmpty() && !openTo.contains(found.kind())) {
      errors.add(
          FIELD,
          NOT_ALLOWED,
          "%s is of the kind %s, and this protocol is open to %s only: whoever signs it relies on that."
              .formatted(found.name(), found.kind(), words(openTo)));
      return Stream.empty();
    }
    return Stream.of(found);
  }

  private static String words(Collection<OrganisationKind> kinds) {
    return kinds.stream().map(OrganisationKind::name).collect(Collectors.joining(" and "));
  }
}
