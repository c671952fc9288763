package org.sightline.intake;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.intake.ImportForm.BadFormException;
import org.sightline.intake.ImportSlots.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports over HTTP. {@link ImportGuard} has let the request in. */
@Controller("/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportController {
  private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final int LATEST = 50;
  private static final String SECONDS_TO_WAIT = "30";

  private final ImportService imports;
  private final ImportSlots slots;

  ImportController(ImportService imports, ImportSlots slots) {
    this.imports = imports;
    this.slots = slots;
  }

  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> add(@Header(HttpHeaders.CONTENT_TYPE) String contentType, @Body InputStream body)
      throws IOException {
    Optional<Slot> slot = slots.take();
    if (slot.isEmpty()) {
      return ImportError.of(
              HttpStatus.TOO_MANY_REQUESTS,
              "BUSY",
              "Two imports are under way, the most at a time. Try again when one has ended.")
          .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
          .header(HttpHeaders.CONNECTION, "close");
    }
    ImportForm form = new ImportForm();
    boolean isStarted = false;
    try (body) {
      new FormReader(form, contentType).read(body, TEMPORARY);
      ImportRun run = start(form, slot.get());
      isStarted = true;
      return HttpResponse.accepted(URI.create("/imports/" + run.id())).body(run);
    } catch (BadFormException e) {
      return ImportError.of(HttpStatus.BAD_REQUEST, "BAD_REQUEST", String.valueOf(e.getMessage()));
    } catch (ImportRefusedException e) {
      return ImportError.of(HttpStatus.UNPROCESSABLE_ENTITY, "REFUSED", e.sentence());
    } catch (TooLargeException e) {
      return ImportGuard.tooLarge();
    } finally {
      if (!isStarted) {
        form.close();
        slot.get().close();
      }
    }
  }

  private ImportRun start(ImportForm form, Slot slot) throws IOException {
    Importing importing = imports.begin(form.request());
    ImportRun run = imports.find(importing.id()).orElseThrow();
    slot.run(
        () -> {
          try (form) {
            importing.run();
          } catch (IOException e) {
            LOG.warn("The temporary file of import {} was not removed.", importing.id(), e);
          }
        });
    return run;
  }

  @Get
  List<ImportRun> list() {
    return imports.list(LATEST);
  }

  @Get("/{id}")
  HttpResponse<?> get(@PathVariable String id) {
    return withRun(id, HttpResponse::ok);
  }

  @Get(
      value = "/{id}/rejections",
      produces = {"text/csv", MediaType.APPLICATION_JSON})
  HttpResponse<?> rejections(@PathVariable String id) {
    return withRun(id, run -> HttpResponse.ok(new RejectionsCsv(imports).of(run.id())));
  }

  private HttpResponse<?> withRun(String id, Function<ImportRun, HttpResponse<?>> answer) {
    return uuid(id)
        .flatMap(imports::find)
        .<HttpResponse<?>>map(answer)
        .orElseGet(
            () ->
                ImportError.of(
                    HttpStatus.NOT_FOUND, "NOT_FOUND", "There is no import of that id."));
  }

  private static Optional<UUID> uuid(String id) {
    try {
      return Optional.of(UUID.fromString(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
