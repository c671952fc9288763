package org.sightline.access.protocol;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
  private static final int MOST = 200;

  private final OrganisationService organisations;

  InvitedReader(OrganisationService organisations) {
    this.organisations = organisations;
  }

  /** The organisations, each once; those that cannot be invited are left out. */
  List<Organisation> read(Input input, UserErrors errors) {
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
    return codes.stream().flatMap(code -> invited(code, known, errors)).toList();
  }

  private static Stream<Organisation> invited(
      String code, Map<String, Organisation> known, UserErrors errors) {
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
      errors.add(
          FIELD,
          "NOT_ALLOWED",
          "Who runs the platform is no party: the operator sees published data only.");
      return Stream.empty();
    }
    return Stream.of(found);
  }
}
