package org.sightline.inspection;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;

/** What follows from an inspection's days: how long ago, how late, what is due, what comes next. */
@Singleton
class InspectionTimeFields implements RoomFields {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeFields.of(InspectionFields.INSPECTION, Inspection.class)
                .fetch(
                    "daysSince",
                    (one, environment) ->
                        DaysSince.of(one, Arguments.dayOrToday(environment, "at")))
                .link("publicationLag", InspectionTimeFields::lag)
                .link("clocks", InspectionTimeFields::clocks)
                .link("nextWindow", next(NextWindow.Answer::first))
                .link("nextWindows", next(NextWindow.Answer::windows))
                .link("noNextWindowBecause", next(NextWindow.Answer::because))
                .wiring())
        .type(clock().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "DaysSince",
        DaysSince.class,
        "DayCount",
        DayCount.class,
        "PublicationLag",
        PublicationLag.class,
        "InspectionClock",
        InspectionClock.class,
        "NextWindow",
        NextWindow.class);
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of("ClockState", ClockState.class);
  }

  private static TypeFields<InspectionClock> clock() {
    return TypeFields.of("InspectionClock", InspectionClock.class)
        .field("code", one -> one.clock().code())
        .field("name", one -> one.clock().name())
        .field("appliesTo", one -> one.clock().appliesTo())
        .field("beginsWith", one -> one.clock().beginsWith())
        .field("workingDays", one -> one.clock().workingDays())
        .field("isRequired", one -> one.clock().isRequired())
        .field("source", one -> one.clock().source())
        .fetch("isOver", (one, environment) -> one.isOver(Arguments.dayOrToday(environment, "at")))
        .fetch("state", (one, environment) -> one.state(Arguments.dayOrToday(environment, "at")))
        .fetch(
            "sentence",
            (one, environment) -> one.sentence(Arguments.dayOrToday(environment, "at")));
  }

  private static CompletableFuture<PublicationLag> lag(
      Inspection inspection, DataFetchingEnvironment environment) {
    return InspectionLoaders.workingDays(environment)
        .thenApply(
            calendar ->
                PublicationLag.of(inspection, Arguments.dayOrToday(environment, "at"), calendar));
  }

  private static CompletableFuture<List<InspectionClock>> clocks(
      Inspection inspection, DataFetchingEnvironment environment) {
    return InspectionLoaders.findings(environment, inspection.key())
        .thenCombine(
            InspectionLoaders.workingDays(environment),
            (findings, calendar) -> InspectionClock.of(inspection, findings, calendar));
  }

  private static BiFunction<Inspection, DataFetchingEnvironment, CompletableFuture<?>> next(
      Function<NextWindow.Answer, @Nullable Object> part) {
    return (inspection, environment) ->
        InspectionLoaders.ofCouncil(environment, inspection.councilKey())
            .thenApply(history -> part.apply(NextWindow.after(inspection, history)));
  }
}
