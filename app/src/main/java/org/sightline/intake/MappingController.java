package org.sightline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;

/** The mappings over HTTP, for whoever imports. */
@Controller("/mappings")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MappingController {
  private final MappingCatalogue catalogue;
  private final Importers importers;

  MappingController(MappingCatalogue catalogue, Importers importers) {
    this.catalogue = catalogue;
    this.importers = importers;
  }

  /** What an operator needs to choose one. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Summary(
      String name, String title, String table, String publication, @Nullable String usualFileName) {
    static Summary of(Mapping mapping) {
      return new Summary(
          mapping.name(),
          mapping.title(),
          mapping.table(),
          mapping.publication(),
          mapping.usualFileName());
    }
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    return importers.answerOperator(
        request, _ -> HttpResponse.ok(catalogue.list().stream().map(Summary::of).toList()));
  }
}
