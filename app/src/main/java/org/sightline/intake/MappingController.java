package org.sightline.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;

/** The mappings over HTTP, for whoever imports. */
@Controller("/mappings")
final class MappingController {
  private final MappingCatalogue catalogue;

  MappingController(MappingCatalogue catalogue) {
    this.catalogue = catalogue;
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
  List<Summary> list() {
    return catalogue.list().stream().map(Summary::of).toList();
  }
}
