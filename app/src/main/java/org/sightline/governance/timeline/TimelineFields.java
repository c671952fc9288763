package org.sightline.governance.timeline;

import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.council.Council;
import org.sightline.governance.intervention.Intervention;
import org.sightline.governance.review.Review;
import org.sightline.governance.timeline.Timeline.Line;
import org.sightline.governance.timeline.TimelineService.Asked;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.TypeFields;
import org.sightline.indicator.Observation;
import org.sightline.inspection.Inspection;
import org.sightline.plan.Plan;
import org.sightline.plan.report.StatusReport;

/** The schema's question for a council's timeline. */
@Singleton
class TimelineFields implements RoomFields {
  @Override
  public void wire(RuntimeWiring.Builder wiring) {
    wiring
        .type(
            TypeFields.of("Council", Council.class)
                .link("timeline", TimelineFields::timeline)
                .wiring())
        .type(line().wiring());
  }

  @Override
  public Map<String, Class<? extends Record>> records() {
    return Map.of(
        "Timeline", Timeline.class,
        "TimelineEntry", Line.class,
        "TimelineOverlap", TimelineOverlap.class);
  }

  @Override
  public Map<String, Class<? extends Enum<?>>> enums() {
    return Map.of("TimelineEnd", TimelineEnd.class, "TimelineKind", TimelineKind.class);
  }

  private static CompletableFuture<Timeline> timeline(
      Council council, DataFetchingEnvironment environment) {
    @Nullable LocalDate from = environment.getArgument("from");
    @Nullable LocalDate to = environment.getArgument("to");
    List<String> indicators = Objects.requireNonNull(environment.getArgument("indicators"));
    CompletableFuture<List<TimelineEntry>> all =
        Loaders.load(
            environment,
            TimelineLoaders.TIMELINES,
            new Asked(council.key(), kinds(environment), indicators));
    return all.thenApply(
        entries ->
            Timeline.of(
                entries.stream().filter(entry -> entry.liesIn(from, to)).toList(),
                basis(from, to)));
  }

  private static String basis(@Nullable LocalDate from, @Nullable LocalDate to) {
    return "Every record in your sight of which a day is known"
        + (from == null ? "" : ", from " + from)
        + (to == null ? "" : ", to " + to)
        + ". A beginning or end of which only the month or year is known can be any of its days."
        + " Records without any known day and plans without a first day are left out.";
  }

  private static Set<TimelineKind> kinds(DataFetchingEnvironment environment) {
    @Nullable List<String> asked = environment.getArgument("kinds");
    return asked == null
        ? EnumSet.allOf(TimelineKind.class)
        : asked.stream().map(TimelineKind::valueOf).collect(Collectors.toSet());
  }

  private static TypeFields<Line> line() {
    TypeFields<Line> fields = TypeFields.of("TimelineEntry", Line.class);
    fields
        .field("id", line -> line.entry().id())
        .field("kind", line -> line.entry().kind())
        .field("from", line -> line.entry().from().toString())
        .field("to", line -> line.entry().to() == null ? null : String.valueOf(line.entry().to()))
        .field("ends", line -> line.entry().ends())
        .field("firstDay", line -> line.entry().from().first())
        .field("lastDay", line -> line.entry().lastDay())
        .field("title", line -> line.entry().title())
        .field("detail", line -> line.entry().detail())
        .field("source", line -> line.entry().source())
        .field("paragraph", line -> line.entry().paragraph());
    Map.of(
            "intervention", Intervention.class,
            "plan", Plan.class,
            "report", StatusReport.class,
            "review", Review.class,
            "observation", Observation.class,
            "inspection", Inspection.class)
        .forEach((name, type) -> fields.field(name, line -> line.entry().about(type)));
    return fields;
  }
}
