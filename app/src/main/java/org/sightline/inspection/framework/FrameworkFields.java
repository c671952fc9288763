package org.sightline.inspection.framework;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** The schema's questions about frameworks and themes. */
@Singleton
class FrameworkFields implements RoomFields {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeRuntimeWiring.newTypeWiring("Query")
                .dataFetcher("inspectionFrameworks", of(Frameworks::frameworks))
                .dataFetcher("visitThemes", of(Frameworks::visitThemes))
                .dataFetcher("themes", of(Frameworks::themes)))
        .type(
            TypeFields.of("FrameworkVersion", FrameworkVersion.class)
                .link("areas", with(FrameworkFields::areas))
                .wiring())
        .type(
            TypeFields.of("JudgementArea", JudgementArea.class)
                .link("grades", with((all, area) -> all.grades(area.scale())))
                .wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "InspectionFramework",
        Framework.class,
        "FrameworkVersion",
        FrameworkVersion.class,
        "JudgementArea",
        JudgementArea.class,
        "Grade",
        Grade.class,
        "InspectionType",
        InspectionType.class,
        "FrameworkClock",
        FrameworkClock.class,
        "FrameworkWindow",
        FrameworkWindow.class,
        "VisitTheme",
        VisitTheme.class,
        "Theme",
        Theme.class);
  }

  private static List<JudgementArea> areas(Frameworks all, FrameworkVersion version) {
    return all.find(version.framework()).orElseThrow().areas().stream()
        .filter(version::judges)
        .toList();
  }

  private static DataFetcher<CompletableFuture<?>> of(Function<Frameworks, List<?>> answer) {
    return environment -> FrameworkLoaders.definitions(environment).thenApply(answer);
  }

  private static <S> BiFunction<S, DataFetchingEnvironment, CompletableFuture<?>> with(
      BiFunction<Frameworks, S, List<?>> answer) {
    return (source, environment) ->
        FrameworkLoaders.definitions(environment).thenApply(all -> answer.apply(all, source));
  }
}
