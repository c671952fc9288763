package org.sightline.access.agreement;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.sightline.access.agreement.AgreementStore.Sides;
import org.sightline.access.sharing.Terms;
import org.sightline.access.sharing.TermsReader;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Proposes, signs and revokes, for the own organisation. */
@Singleton
class AgreementChanges {
  private static final int LONGEST_POSITION = 200;
  private static final String ID = "id";

  private final AgreementService agreements;
  private final AgreementStore store;
  private final ProposalReader proposals;
  private final TermsReader terms;

  AgreementChanges(
      AgreementService agreements,
      AgreementStore store,
      ProposalReader proposals,
      TermsReader terms) {
    this.agreements = agreements;
    this.store = store;
    this.proposals = proposals;
    this.terms = terms;
  }

  AgreementPayload propose(Input input) {
    Member proposer = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    Optional<Sides> sides = proposals.sides(input, proposer, errors);
    Terms read = terms.terms(input, errors);
    if (sides.isEmpty() || !errors.isEmpty()) {
      return AgreementPayload.wrong(errors);
    }
    return done(store.propose(sides.get(), read, proposer));
  }

  AgreementPayload sign(Input input) {
    Member signer = BoundViewer.current().require(Role.DATA_OWNER);
    Optional<SharingAgreement> agreement = find(input);
    UserErrors errors = new UserErrors();
    String position =
        WrittenText.read("signedAs", input.text("signedAs"), LONGEST_POSITION, errors);
    if (agreement.isEmpty()) {
      return nothing();
    }
    cannotBeSigned(agreement.get(), signer, errors);
    if (!errors.isEmpty()) {
      return AgreementPayload.wrong(errors);
    }
    int key = agreement.get().key();
    return store.sign(key, signer, position) ? done(key) : alreadySigned();
  }

  AgreementPayload revoke(Input input) {
    Member revoker = BoundViewer.current().require(Role.DATA_OWNER);
    Optional<SharingAgreement> agreement = find(input);
    UserErrors errors = new UserErrors();
    String because =
        WrittenText.read("because", input.text("because"), TermsReader.LONGEST_PURPOSE, errors);
    if (agreement.isEmpty()) {
      return nothing();
    }
    errors.addIf(
        agreement.get().state() == AgreementState.EXPIRED,
        ID,
        "EXPIRED",
        "The agreement's time has passed: there is nothing to revoke.");
    if (!errors.isEmpty()) {
      return AgreementPayload.wrong(errors);
    }
    int key = agreement.get().key();
    boolean isRevoked =
        agreement.get().revocation().isPresent() || !store.revoke(key, revoker, because);
    return isRevoked
        ? AgreementPayload.wrong(ID, "REVOKED", "The agreement has been revoked before.")
        : done(key);
  }

  private static void cannotBeSigned(SharingAgreement agreement, Member signer, UserErrors errors) {
    switch (agreement.state()) {
      case REVOKED ->
          errors.add(ID, "REVOKED", "The agreement has been revoked: propose another one.");
      case EXPIRED ->
          errors.add(ID, "EXPIRED", "The agreement's time has passed: propose another one.");
      default ->
          errors.addIf(
              agreement.isSignedFor(signer.organisationId()),
              ID,
              "ALREADY_SIGNED",
              "Your organisation has signed this agreement before.");
    }
  }

  private static AgreementPayload alreadySigned() {
    return AgreementPayload.wrong(
        ID, "ALREADY_SIGNED", "Your organisation has signed this agreement before.");
  }

  /** The same for an agreement of others and for one that never was. */
  private static AgreementPayload nothing() {
    return AgreementPayload.wrong(ID, "NOT_FOUND", "There is no sharing agreement of that id.");
  }

  private Optional<SharingAgreement> find(Input input) {
    return GlobalId.number(AgreementFields.AGREEMENT, input.required(ID)).flatMap(agreements::find);
  }

  private AgreementPayload done(int key) {
    return AgreementPayload.done(agreements.find(key).orElseThrow());
  }
}
