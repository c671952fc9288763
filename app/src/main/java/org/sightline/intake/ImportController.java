package org.sightline.intake;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.intake.ImportForm.BadFormException;
import org.sightline.intake.ImportSlots.Slot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports over HTTP. {@link ImportGuard} has looked at the request's head. */
@Controller("/imports")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImportController {
  private static final Logger LOG = LoggerFactory.getLogger(ImportController.class);
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final int LATEST = 50;
  private static final String SECONDS_TO_WAIT = "30";

  private final Importers importers;
  private final ImportSlots slots;
  private final UploadSpace space;
  private final ImportCounts counts;

  ImportController(Importers importers, ImportSlots slots, UploadSpace space, ImportCounts counts) {
    this.importers = importers;
    this.slots = slots;
    this.space = space;
    this.counts = counts;
  }

  @Post(consumes = MediaType.MULTIPART_FORM_DATA)
  HttpResponse<?> add(
      HttpRequest<?> request,
      @Header(HttpHeaders.CONTENT_TYPE) String contentType,
      @Body InputStream body) {
    long length = request.getContentLength();
    return importers.answer(request, importer -> add(importer, length, contentType, body));
  }

  private HttpResponse<?> add(
      Importer importer, long length, String contentType, InputStream body) {
    importer.requireUpload();
    if (slots.isLeaving()) {
      return leaving();
    }
    Optional<Slot> slot = slots.receive(importer.places());
    if (slot.isEmpty()) {
      return busy();
    }
    try {
      slot.get().takeRoom(space, length);
      return add(importer, contentType, body, slot.get());
    } catch (UploadSpace.FullException e) {
      slot.get().close();
      return full();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<?> leaving() {
    return ImportError.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "UNAVAILABLE",
            "This instance of Sightline is about to stop, and has taken nothing of the file. Send it again.")
        .header(HttpHeaders.RETRY_AFTER, "1")
        .header(HttpHeaders.CONNECTION, "close");
  }

  private static HttpResponse<?> full() {
    return laterAgain(
        "There is no room for the file at the moment, because others are being imported. Nothing of it was taken. Try again when they have ended.");
  }

  private static HttpResponse<?> busy() {
    return laterAgain(
        "Two files of your organisation are on their way or being imported, the most at a time. Try again when one has ended.");
  }

  private static HttpResponse<?> laterAgain(String sentence) {
    return ImportError.of(HttpStatus.TOO_MANY_REQUESTS, "BUSY", sentence)
        .header(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT)
        .header(HttpHeaders.CONNECTION, "close");
  }

  private HttpResponse<?> add(Importer importer, String contentType, InputStream body, Slot slot)
      throws IOException {
    ImportForm form = new ImportForm();
    boolean isStarted = false;
    try (body) {
      new FormReader(form, contentType).read(body, TEMPORARY);
      if (!slot.beginsImport()) {
        return busy();
      }
      ImportRun run = start(importer, form, slot);
      isStarted = true;
      return HttpResponse.accepted(URI.create("/imports/" + run.id())).body(run);
    } catch (BadFormException e) {
      return ImportError.of(
          HttpStatus.BAD_REQUEST, "BAD_USER_INPUT", String.valueOf(e.getMessage()));
    } catch (ImportRefusedException e) {
      return ImportError.of(HttpStatus.UNPROCESSABLE_ENTITY, "REFUSED", e.sentence());
    } catch (TooLargeException e) {
      return ImportGuard.tooLarge();
    } catch (TooSlowException e) {
      return ImportError.of(
              HttpStatus.REQUEST_TIMEOUT, "TIMEOUT", "The file came too slowly and was not taken.")
          .header(HttpHeaders.CONNECTION, "close");
    } finally {
      if (!isStarted) {
        form.close();
        slot.close();
      }
    }
  }

  private ImportRun start(Importer importer, ImportForm form, Slot slot) throws IOException {
    Importing importing = importer.begin(form);
    ImportRun run = importer.find(importing.id()).orElseThrow();
    slot.run(
        turns -> {
          try (form) {
            importing.run(turns);
          } catch (IOException e) {
            LOG.warn("The temporary file of import {} was not removed.", importing.id(), e);
          } finally {
            counts.count(importing);
          }
        });
    return run;
  }

  @Get
  HttpResponse<?> list(HttpRequest<?> request) {
    return importers.answer(request, importer -> HttpResponse.ok(importer.list(LATEST)));
  }

  @Get("/{id}")
  HttpResponse<?> get(HttpRequest<?> request, @PathVariable String id) {
    return importers.answer(request, importer -> withRun(importer, id, HttpResponse::ok));
  }

  @Delete("/{id}")
  HttpResponse<?> cancel(HttpRequest<?> request, @PathVariable String id) {
    return importers.answer(
        request, importer -> withRun(importer, id, run -> cancel(importer, run)));
  }

  private static HttpResponse<?> cancel(Importer importer, ImportRun run) {
    return importer.cancel(run.id())
        ? HttpResponse.ok(importer.find(run.id()).orElseThrow())
        : ImportError.of(
            HttpStatus.CONFLICT, "ENDED", "This import has ended already: nothing was cancelled.");
  }

  @Get(
      uris = {"/{id}/rejections", "/{id}/rejections.csv"},
      produces = {"text/csv", MediaType.APPLICATION_JSON})
  HttpResponse<?> rejections(HttpRequest<?> request, @PathVariable String id) {
    return importers.answer(
        request,
        importer ->
            withRun(
                importer, id, run -> HttpResponse.ok(new RejectionsCsv(importer).of(run.id()))));
  }

  private static HttpResponse<?> withRun(
      Importer importer, String id, Function<ImportRun, HttpResponse<?>> answer) {
    return uuid(id)
        .flatMap(importer::find)
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
