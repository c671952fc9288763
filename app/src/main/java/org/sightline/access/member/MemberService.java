package org.sightline.access.member;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.UserError;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Role;

/** The members of the viewer's organisation, and what each may do. */
@Singleton
public class MemberService {
  static final String TYPE = "Member";
  static final UserError CHANGED_MEANWHILE =
      new UserError(
          null,
          "CHANGED_MEANWHILE",
          "The member has been changed since it was read: read it again.");

  private final MemberStore store;

  MemberService(MemberStore store) {
    this.store = store;
  }

  /**
   * The members of the viewer's own organisation.
   *
   * @throws org.sightline.tenancy.Forbidden when nobody has signed in
   */
  public List<Member> list() {
    return store.ofOrganisation(BoundViewer.current().requireMember().organisationId());
  }

  /** Those whom the viewer may see. */
  Map<Integer, Member> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream().collect(Collectors.toMap(Member::key, Function.identity()));
  }

  /** A member whom the viewer may see. */
  Optional<Member> find(int key) {
    return store.find(key);
  }

  /**
   * Changes what a member may do.
   *
   * @param version of the member as it was read
   * @throws org.sightline.tenancy.Forbidden when the viewer is no data owner
   */
  MemberPayload changeRoles(String id, int version, Set<Role> roles) {
    org.sightline.tenancy.Member owner = BoundViewer.current().require(Role.DATA_OWNER);
    store.lock(owner.organisationId());
    Optional<Member> found = own(id, owner);
    if (found.isEmpty()) {
      return MemberPayload.refused(unknown());
    }
    Member member = found.get();
    UserErrors errors = new UserErrors();
    RoleRules.check(roles, owner.organisationKind(), member.kind(), errors);
    errors.addIf(
        member.state() == MemberState.REVOKED, "id", "REVOKED", "The member is revoked already.");
    if (!roles.contains(Role.DATA_OWNER)) {
      requireAnotherDataOwner(member, errors);
    }
    if (!errors.isEmpty()) {
      return MemberPayload.refused(errors);
    }
    if (member.version() != version) {
      return MemberPayload.refused(CHANGED_MEANWHILE);
    }
    return store
        .changeRoles(member, roles)
        .map(MemberPayload::of)
        .orElseGet(() -> MemberPayload.refused(CHANGED_MEANWHILE));
  }

  /** A member of the data owner's organisation by its id; nobody where there is none. */
  Optional<Member> own(String id, org.sightline.tenancy.Member owner) {
    return GlobalId.number(TYPE, id)
        .flatMap(store::find)
        .filter(member -> member.organisationId() == owner.organisationId());
  }

  /** Notes when nobody could decide for the organisation any more without this member. */
  void requireAnotherDataOwner(Member member, UserErrors errors) {
    errors.addIf(
        member.isActiveDataOwner()
            && store.ofOrganisation(member.organisationId()).stream()
                .filter(other -> other.key() != member.key())
                .noneMatch(Member::isActiveDataOwner),
        "id",
        "LAST_DATA_OWNER",
        "This is the last active data owner: make somebody else one first, who has signed in.");
  }

  static UserError unknown() {
    return new UserError(
        "id", "NOT_FOUND", "Your organisation has no such member: { members { id } } lists them.");
  }
}
