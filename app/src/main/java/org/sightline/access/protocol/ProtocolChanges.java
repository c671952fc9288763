package org.sightline.access.protocol;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sightline.access.organisation.Organisation;
import org.sightline.access.protocol.ProtocolStore.Proposal;
import org.sightline.access.sharing.Terms;
import org.sightline.access.sharing.TermsReader;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;

/** Proposes, invites, signs and leaves, for the own organisation. */
@Singleton
class ProtocolChanges {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 50_000;
  private static final String ID = "id";

  private final ProtocolService protocols;
  private final ProtocolStore store;
  private final InvitedReader invitations;
  private final TermsReader termsReader;

  ProtocolChanges(
      ProtocolService protocols,
      ProtocolStore store,
      InvitedReader invitations,
      TermsReader termsReader) {
    this.protocols = protocols;
    this.store = store;
    this.invitations = invitations;
    this.termsReader = termsReader;
  }

  ProtocolPayload propose(Input input) {
    Member convenor = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    String name = WrittenText.read("name", input.text("name"), LONGEST_NAME, errors);
    String text = WrittenText.read("text", input.text("text"), LONGEST_TEXT, errors);
    Set<OrganisationKind> openTo = invitations.openTo(input, errors);
    Set<Integer> parties = new TreeSet<>(keys(invitations.read(input, openTo, errors)));
    if (convenor.organisationKind() == OrganisationKind.COUNCIL) {
      errors.addIf(
          !openTo.isEmpty() && !openTo.contains(OrganisationKind.COUNCIL),
          "openTo",
          "NOT_ALLOWED",
          "Your council is a party itself: openTo must name COUNCIL.");
      parties.add(convenor.organisationId());
    }
    errors.addIf(
        errors.isEmpty() && parties.equals(Set.of(convenor.organisationId())),
        "invited",
        "NOT_ALLOWED",
        "Invite another organisation than your own.");
    Terms terms = termsReader.terms(input, errors);
    if (!errors.isEmpty()) {
      return ProtocolPayload.wrong(errors);
    }
    int key =
        store.propose(new Proposal(name, text, input.flag("reciprocal"), openTo, terms), convenor);
    store.invite(key, parties, convenor);
    return done(key);
  }

  ProtocolPayload invite(Input input) {
    Member convenor = BoundViewer.current().require(Role.DATA_OWNER);
    Optional<SharingProtocol> protocol = find(input);
    if (protocol.isEmpty()) {
      return nothing();
    }
    UserErrors errors = new UserErrors();
    errors.addIf(
        protocol.get().convenorKey() != convenor.organisationId(),
        ID,
        "NOT_ALLOWED",
        "Only the convenor of a protocol invites.");
    refuseWhenOver(protocol.get(), errors);
    List<Organisation> invited =
        new ArrayList<>(invitations.read(input, protocol.get().openTo(), errors));
    refuseCurrentParties(protocol.get(), invited, errors);
    if (!errors.isEmpty()) {
      return ProtocolPayload.wrong(errors);
    }
    store.invite(protocol.get().key(), keys(invited), convenor);
    return done(protocol.get().key());
  }

  ProtocolPayload sign(Input input) {
    Member signer = BoundViewer.current().require(Role.DATA_OWNER);
    Optional<SharingProtocol> protocol = find(input);
    if (protocol.isEmpty()) {
      return nothing();
    }
    UserErrors errors = new UserErrors();
    String position = WrittenText.read("signedAs", input.text("signedAs"), LONGEST_NAME, errors);
    refuseWhenOver(protocol.get(), errors);
    refuseWhenNoParty(protocol.get(), errors);
    if (!errors.isEmpty()) {
      return ProtocolPayload.wrong(errors);
    }
    int key = protocol.get().key();
    return store.sign(key, signer, position)
        ? done(key)
        : ProtocolPayload.wrong(
            ID, "ALREADY_SIGNED", "Your organisation has signed this protocol before.");
  }

  ProtocolPayload leave(Input input) {
    Member leaver = BoundViewer.current().require(Role.DATA_OWNER);
    Optional<SharingProtocol> protocol = find(input);
    if (protocol.isEmpty()) {
      return nothing();
    }
    int key = protocol.get().key();
    UserErrors errors = new UserErrors();
    refuseWhenNoParty(protocol.get(), errors);
    boolean isLeft = errors.isEmpty() && store.leave(key, leaver);
    errors.addIf(
        errors.isEmpty() && !isLeft,
        ID,
        "NOT_A_PARTY",
        "Your organisation has left this protocol before.");
    return isLeft ? done(key) : ProtocolPayload.wrong(errors);
  }

  private static void refuseWhenOver(SharingProtocol protocol, UserErrors errors) {
    errors.addIf(
        protocol.isOver(), ID, "EXPIRED", "The protocol's time has passed: propose another one.");
  }

  private static void refuseWhenNoParty(SharingProtocol protocol, UserErrors errors) {
    errors.addIf(
        !protocol.hasViewer(),
        ID,
        "NOT_A_PARTY",
        "Your organisation is not invited to this protocol, or has left it: its convenor can"
            + " invite it.");
  }

  private void refuseCurrentParties(
      SharingProtocol protocol, List<Organisation> invited, UserErrors errors) {
    Set<Integer> current =
        protocols.parties(List.of(protocol.key())).getOrDefault(protocol.key(), List.of()).stream()
            .filter(Party::isCurrent)
            .map(Party::organisationKey)
            .collect(Collectors.toSet());
    invited.stream()
        .filter(one -> current.contains(one.key()))
        .forEach(
            one ->
                errors.add(
                    "invited",
                    "ALREADY_INVITED",
                    "%s is invited to this protocol, or has signed it.".formatted(one.name())));
  }

  private static List<Integer> keys(List<Organisation> organisations) {
    return organisations.stream().map(Organisation::key).toList();
  }

  /** The same for a protocol of others and for one that never was. */
  private static ProtocolPayload nothing() {
    return ProtocolPayload.wrong(ID, "NOT_FOUND", "There is no sharing protocol of that id.");
  }

  private Optional<SharingProtocol> find(Input input) {
    return GlobalId.number(ProtocolFields.PROTOCOL, input.required(ID)).flatMap(protocols::find);
  }

  private ProtocolPayload done(int key) {
    return ProtocolPayload.done(protocols.find(key).orElseThrow());
  }
}
