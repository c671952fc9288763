package org.sightline.access.agreement;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.MemberName;
import org.sightline.access.sharing.SharingSide;
import org.sightline.access.sharing.Terms;

/**
 * A council lets an organisation, or one person of it, see what it has released as shared.
 *
 * @param person null where every member of the recipient may see it
 * @param proposedFor the side whose member proposed it
 * @param signatures two at most, the owner's first
 * @param state at the transaction's instant
 */
record SharingAgreement(
    int key,
    int ownerKey,
    int recipientKey,
    @Nullable MemberName person,
    Terms terms,
    String proposedBy,
    SharingSide proposedFor,
    OffsetDateTime proposedAt,
    List<Signature> signatures,
    AgreementState state,
    Optional<Revocation> revocation) {

  /** Whether a side has signed. */
  boolean isSignedFor(int organisationKey) {
    return signatures.stream().anyMatch(one -> one.organisationKey() == organisationKey);
  }
}
