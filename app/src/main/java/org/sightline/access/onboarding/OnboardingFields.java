package org.sightline.access.onboarding;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.OrganisationKind;

/** What operators ask and do to make organisations. */
@Singleton
class OnboardingFields implements RoomFields {
  private final OnboardingService service;
  private final PlanReader plans;

  OnboardingFields(OnboardingService service, PlanReader plans) {
    this.service = service;
    this.plans = plans;
  }

  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("onboardings", _ -> service.halfDone()))
        .type(
            TypeRuntimeWiring.newTypeWiring("Mutation")
                .dataFetcher("onboardCouncil", this::onboardCouncil)
                .dataFetcher("onboardOrganisation", this::onboardOrganisation)
                .dataFetcher(
                    "undoOnboarding",
                    environment -> service.undo(text(input(environment), "code").strip())))
        .type(
            TypeFields.of("Onboarding", Onboarding.class)
                .field("nextStep", Onboarding::nextStep)
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "Onboarding", Onboarding.class,
        "FirstDataOwner", FirstDataOwner.class,
        "OnboardingPayload", OnboardingPayload.class,
        "UndoOnboardingPayload", UndoOnboardingPayload.class);
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of("OnboardingStep", OnboardingStep.class);
  }

  private OnboardingPayload onboardCouncil(DataFetchingEnvironment environment) {
    Map<String, Object> input = input(environment);
    UserErrors errors = new UserErrors();
    Plan plan = plans.council(text(input, "council"), firstDataOwner(input), errors);
    return service.onboard(plan, errors);
  }

  private OnboardingPayload onboardOrganisation(DataFetchingEnvironment environment) {
    Map<String, Object> input = input(environment);
    OrganisationKind kind = OrganisationKind.valueOf(text(input, "kind"));
    UserErrors errors = new UserErrors();
    Plan plan =
        plans.organisation(
            text(input, "code"), text(input, "name"), kind, firstDataOwner(input), errors);
    return service.onboard(plan, errors);
  }

  @SuppressWarnings("unchecked")
  private static FirstDataOwner firstDataOwner(Map<String, Object> input) {
    Map<String, Object> person =
        (Map<String, Object>) Objects.requireNonNull(input.get("firstDataOwner"));
    return new FirstDataOwner(text(person, "name"), text(person, "email"));
  }

  private static Map<String, Object> input(DataFetchingEnvironment environment) {
    return Objects.requireNonNull(environment.<Map<String, Object>>getArgument("input"));
  }

  private static String text(Map<String, Object> input, String name) {
    return String.valueOf(input.get(name));
  }
}
