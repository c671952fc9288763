package org.sightline.access.agreement;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.access.agreement.AgreementStore.Sides;
import org.sightline.access.organisation.MemberName;
import org.sightline.access.organisation.Organisation;
import org.sightline.access.organisation.OrganisationService;
import org.sightline.graphql.Input;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.OrganisationKind;

/** Reads between whom an agreement is proposed, and says in a sentence each what is wrong. */
@Singleton
class ProposalReader {
  private static final String NOT_ALLOWED = "NOT_ALLOWED";

  private final OrganisationService organisations;

  ProposalReader(OrganisationService organisations) {
    this.organisations = organisations;
  }

  /** The sides; nothing where an organisation is unknown. */
  Optional<Sides> sides(Input input, Member proposer, UserErrors errors) {
    Map<String, Organisation> known = organisations.byCode();
    Optional<Organisation> owner = organisation("owner", input, known, errors);
    Optional<Organisation> recipient = organisation("recipient", input, known, errors);
    if (owner.isEmpty() || recipient.isEmpty()) {
      return Optional.empty();
    }
    check(owner.get(), recipient.get(), proposer, errors);
    @Nullable Integer person = person(input.text("person"), recipient.get(), errors);
    return Optional.of(
        new Sides(owner.get().key(), recipient.get().key(), recipient.get().kind().name(), person));
  }

  private static Optional<Organisation> organisation(
      String field, Input input, Map<String, Organisation> known, UserErrors errors) {
    String code = input.required(field);
    Optional<Organisation> found = Optional.ofNullable(known.get(code));
    errors.addIf(
        found.isEmpty(),
        field,
        "UNKNOWN_ORGANISATION",
        "No organisation has the code '%s'.%s { organisations { code name } } lists them."
            .formatted(code, Suggestions.didYouMean(code, known.keySet())));
    return found;
  }

  private static void check(
      Organisation owner, Organisation recipient, Member proposer, UserErrors errors) {
    int own = proposer.organisationId();
    errors.addIf(
        owner.key() != own && recipient.key() != own,
        null,
        NOT_ALLOWED,
        "Propose for your own organisation, %s: as owner or as recipient."
            .formatted(proposer.organisationCode()));
    errors.addIf(
        owner.key() == recipient.key(),
        "recipient",
        NOT_ALLOWED,
        "The recipient must be another organisation than the owner.");
    errors.addIf(
        owner.kind() != OrganisationKind.COUNCIL,
        "owner",
        NOT_ALLOWED,
        "Only a council shares its data by an agreement, and %s is none.".formatted(owner.name()));
    errors.addIf(
        recipient.kind() == OrganisationKind.OPERATOR,
        "recipient",
        NOT_ALLOWED,
        "Who runs the platform is no recipient: the operator sees published data only.");
  }

  private @Nullable Integer person(@Nullable String id, Organisation recipient, UserErrors errors) {
    if (id == null) {
      return null;
    }
    Optional<MemberName> person = organisations.person(id, recipient);
    errors.addIf(
        person.isEmpty(),
        "person",
        "UNKNOWN_PERSON",
        "Name a person of %s whom you may see: one of its advisers, or a colleague of yours."
            .formatted(recipient.name()));
    return person.map(MemberName::key).orElse(null);
  }
}
