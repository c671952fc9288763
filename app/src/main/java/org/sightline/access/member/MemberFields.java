package org.sightline.access.member;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.access.member.MachineMemberPayload.MachineCredentials;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.tenancy.BoundViewer;

/** The schema's questions about members, and what their data owner changes. */
@Singleton
class MemberFields implements RoomFields {
  private final MemberService members;
  private final InvitationService invitations;
  private final MachineService machines;
  private final RevocationService revocations;

  MemberFields(
      MemberService members,
      InvitationService invitations,
      MachineService machines,
      RevocationService revocations) {
    this.members = members;
    this.invitations = invitations;
    this.machines = machines;
    this.revocations = revocations;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(TypeRuntimeWiring.newTypeWiring("Query").dataFetcher("members", _ -> members.list()))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("inviteMember", this::invite)
                .dataFetcher("createMachineMember", this::createMachine)
                .dataFetcher(
                    "rotateMachineSecret",
                    environment -> machines.rotateSecret(Input.of(environment).text("id")))
                .dataFetcher("changeMemberRoles", this::changeRoles)
                .dataFetcher(
                    "revokeMember",
                    environment -> revocations.revoke(Input.of(environment).text("id"))))
        .type(member().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "Member", Member.class,
        "InviteMemberPayload", MemberPayload.class,
        "ChangeMemberRolesPayload", MemberPayload.class,
        "MachineMemberPayload", MachineMemberPayload.class,
        "MachineCredentials", MachineCredentials.class,
        "RevokeMemberPayload", RevokeMemberPayload.class);
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of("MemberState", MemberState.class);
  }

  private MemberPayload invite(DataFetchingEnvironment environment) {
    Input input = Input.of(environment);
    return invitations.invite(input.text("name"), input.text("email"), input.roles());
  }

  private MachineMemberPayload createMachine(DataFetchingEnvironment environment) {
    Input input = Input.of(environment);
    return machines.create(input.text("name"), input.roles());
  }

  private MemberPayload changeRoles(DataFetchingEnvironment environment) {
    Input input = Input.of(environment);
    return members.changeRoles(input.text("id"), input.number("version"), input.roles());
  }

  private static TypeFields<Member> member() {
    return TypeFields.of("Member", Member.class)
        .field("id", one -> new GlobalId(MemberService.TYPE, String.valueOf(one.key())).encoded())
        .field("state", Member::state)
        .field("email", one -> amongColleagues(one, one.email()))
        .field("clientId", one -> amongColleagues(one, one.clientId()));
  }

  private static @Nullable Object amongColleagues(Member member, @Nullable String text) {
    return BoundViewer.current().owns(member.organisationId()) ? text : null;
  }
}
