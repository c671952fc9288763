package org.sightline.access.organisation;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreaLoaders;
import org.sightline.council.Council;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.UserError;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** The schema's questions about who asks, and about the organisations that take part. */
@Singleton
class OrganisationFields implements RoomFields {
  static final String ORGANISATION = "Organisation";

  private final OrganisationService organisations;
  private final RegionalBodyChanges regionalBodies;

  OrganisationFields(OrganisationService organisations, RegionalBodyChanges regionalBodies) {
    this.organisations = organisations;
    this.regionalBodies = regionalBodies;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("viewer", _ -> BoundViewer.current().member().orElse(null))
                .dataFetcher("organisations", _ -> organisations.list()))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("setRegionalBodyCouncils", Input.to(regionalBodies::set)))
        .type(viewer().wiring())
        .type(organisation().wiring())
        .type(TypeFields.of("MemberName", MemberName.class).field("id", MemberName::id).wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "Viewer",
        Member.class,
        ORGANISATION,
        Organisation.class,
        "MemberName",
        MemberName.class,
        "UserError",
        UserError.class,
        "SetRegionalBodyCouncilsPayload",
        RegionalBodyPayload.class);
  }

  private static TypeFields<Member> viewer() {
    return TypeFields.of("Viewer", Member.class)
        .field("roles", member -> member.roles().stream().sorted().toList())
        .link(
            "organisation",
            (member, environment) ->
                OrganisationLoaders.organisation(environment, member.organisationId()));
  }

  private static TypeFields<Organisation> organisation() {
    return TypeFields.of(ORGANISATION, Organisation.class)
        .field("id", one -> new GlobalId(ORGANISATION, String.valueOf(one.key())).encoded())
        .link("council", OrganisationFields::council)
        .link(
            "advisers",
            (one, environment) ->
                Loaders.load(environment, OrganisationLoaders.ADVISERS, one.key()));
  }

  private static CompletableFuture<@Nullable Council> council(
      Organisation organisation, DataFetchingEnvironment environment) {
    @Nullable Integer key = organisation.councilKey();
    return AreaLoaders.areas(environment)
        .thenApply(areas -> key == null ? null : areas.council(key));
  }
}
