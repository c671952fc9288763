package org.sightline.benchmark;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.sightline.council.Council;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's field that tells a council's whole story. */
@Singleton
class ProfileFields implements RoomFields {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring.type(
        TypeFields.of("Council", Council.class).link("profile", ProfileFields::profile).wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "CouncilProfile", CouncilProfile.class,
        "ProfileTheme", CouncilProfile.Theme.class,
        "ProfileIndicator", CouncilProfile.Line.class);
  }

  private static CompletableFuture<CouncilProfile> profile(
      Council council, DataFetchingEnvironment environment) {
    boolean onlyHeadline = Objects.requireNonNull(environment.<Boolean>getArgument("onlyHeadline"));
    ProfileQuestion question =
        new ProfileQuestion(
            Arguments.dayOrToday(environment, "asAt"),
            environment.getArgument("neighbourModel"),
            onlyHeadline);
    return Loaders.load(
        environment,
        ProfileLoaders.PROFILES,
        new ProfileLoaders.ProfileKey(question, council.key()));
  }
}
