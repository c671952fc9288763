package org.sightline.governance.intervention;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.sightline.governance.OwnCouncil;
import org.sightline.governance.Visibility;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Records and amends interventions in the own council. */
@Singleton
class InterventionChanges {
  private final InterventionStore store;

  InterventionChanges(InterventionStore store) {
    this.store = store;
  }

  InterventionPayload record(Input input) {
    Member member = OwnCouncil.require(Role.CONTRIBUTOR);
    UserErrors errors = new UserErrors();
    Facts facts = new FactsReader(input, Optional.empty(), errors).read();
    Visibility visibility = Visibility.read(input, member, errors);
    if (!errors.isEmpty()) {
      return InterventionPayload.wrong(errors);
    }
    int key = store.record(OwnCouncil.key(member), member.organisationId(), visibility, facts);
    return InterventionPayload.done(store.find(key).orElseThrow());
  }

  InterventionPayload amend(Input input) {
    Member _ = OwnCouncil.require(Role.CONTRIBUTOR);
    Optional<Intervention> known =
        GlobalId.number(InterventionFields.INTERVENTION, input.required("id"))
            .flatMap(store::find)
            .filter(one -> store.isOwn(one.key()));
    if (known.isEmpty()) {
      return InterventionPayload.wrong(
          "id", "NOT_FOUND", "Your council has recorded no intervention of that id.");
    }
    UserErrors errors = new UserErrors();
    Facts facts = new FactsReader(input, known.map(Facts::of), errors).read();
    if (!errors.isEmpty()) {
      return InterventionPayload.wrong(errors);
    }
    Intervention before = known.get();
    return store.amend(before.key(), input.number("version"), facts)
        ? InterventionPayload.done(store.find(before.key()).orElseThrow())
        : changedSince(before);
  }

  private InterventionPayload changedSince(Intervention before) {
    Intervention now = store.find(before.key()).orElse(before);
    return InterventionPayload.wrong(
        "version",
        "VERSION_CHANGED",
        "Somebody has changed it since: now it is version %d, %s, %s."
            .formatted(now.version(), now.kind().words(), now.span()));
  }
}
