package org.sightline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.EditionStore.EarlierFile;
import org.sightline.intake.EditionStore.SourceFile;
import org.sightline.intake.ImportReport.Written;
import org.sightline.intake.ReferenceStore.Release;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;
import org.sightline.tenancy.ReleaseTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One registered import: run once, all of it or nothing. */
public final class Importing {
  private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID id;
  private final ImportRequest request;
  private final Mapping mapping;
  private final MappingCatalogue catalogue;
  private final ReleaseTransactions transactions;
  private final ImportProgress progress;
  private final Tally tally = new Tally();
  private final long startedAt = System.nanoTime();
  private @Nullable String sha256;
  private @Nullable String release;

  Importing(
      UUID id,
      ImportRequest request,
      Mapping mapping,
      long bytes,
      MappingCatalogue catalogue,
      ReleaseTransactions transactions) {
    this.id = id;
    this.request = request;
    this.mapping = mapping;
    this.catalogue = catalogue;
    this.transactions = transactions;
    this.progress = new ImportProgress(bytes);
    this.release = request.release();
  }

  /** The attempt's id. */
  public UUID id() {
    return id;
  }

  /** How far it is; may be read from any thread. */
  public ImportProgress progress() {
    return progress;
  }

  /**
   * Imports the file. Refusals and failures do not throw: they are recorded with the attempt.
   *
   * @throws RuntimeException when the outcome itself cannot be recorded
   */
  public void run() {
    try (RejectionSpool rejections = new RejectionSpool();
        ProgressRecorder recorder = new ProgressRecorder(transactions, id, progress).start()) {
      attempt(rejections, recorder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void attempt(RejectionSpool rejections, ProgressRecorder recorder) {
    try {
      FileFacts facts = FileFacts.of(request.file());
      sha256 = facts.sha256();
      transactions.run(connection -> bringIn(connection, facts, rejections, recorder));
    } catch (ImportRefusedException e) {
      ImportReport report = report(Written.NOTHING, e.differences(), e.differenceCount());
      end(ImportState.REFUSED, e.sentence(), report, rejections, recorder);
    } catch (RuntimeException | IOException e) {
      boolean wasInterrupted = Thread.interrupted();
      LOG.error("Import {} of {} failed.", id, request.fileName(), e);
      end(
          ImportState.FAILED,
          (wasInterrupted ? "Sightline was stopped" : "Something broke")
              + " in the "
              + progress.phase()
              + " phase; nothing of the file was written. The log has the cause under "
              + id
              + ".",
          report(Written.NOTHING, List.of(), 0),
          rejections,
          recorder);
    }
  }

  private void bringIn(
      Connection connection,
      FileFacts facts,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    ReferenceStore reference = new ReferenceStore(connection);
    EditionStore editions = new EditionStore(connection);
    editions.lockTable(mapping.table());
    Optional<EarlierFile> earlier = editions.findEarlierFile(mapping.table(), facts.sha256());
    if (earlier.isPresent()) {
      refuseAnotherRelease(earlier.get());
      if (earlier.get().isWhole(mapping.name())) {
        leaveUnchanged(connection, earlier.get(), recorder);
        return;
      }
    }
    FileReading reading = new FileReading(request, mapping, progress, rejections, tally);
    new StagingStore(connection).create();
    Names names = read(reading, connection);
    EditionWriting writing =
        new EditionWriting(connection, mapping, catalogue, progress, rejections, tally);
    writing.check(names);
    refuseWhenStrict();
    Release chosen = new ReleaseChoice(reference, mapping, request).choose(reading.release());
    release = chosen.code();
    Written written =
        writing.write(
            chosen,
            new SourceFile(request.fileName(), facts.sha256(), facts.bytes(), mapping.name()));
    ImportReport report = report(written, List.of(), 0);
    boolean isNothingNew = earlier.isPresent() && report.observationsWritten() == 0;
    record(
        connection,
        isNothingNew ? ImportState.UNCHANGED : ImportState.IMPORTED,
        sentence(report),
        report,
        rejections,
        recorder);
  }

  private void refuseAnotherRelease(EarlierFile earlier) {
    if (release != null && !release.equals(earlier.release())) {
      throw new ImportRefusedException(
          "This very file stands already as part of the release %s, so it cannot be of the release %s. Nothing was written."
              .formatted(earlier.release(), release));
    }
  }

  private void leaveUnchanged(
      Connection connection, EarlierFile earlier, ProgressRecorder recorder) {
    release = earlier.release();
    recorder.close();
    new ImportRunStore(connection)
        .finish(
            id,
            ImportState.UNCHANGED,
            "This very file was imported before for the release "
                + earlier.release()
                + ". Nothing has changed.",
            release,
            sha256,
            progress,
            null);
  }

  private static Names read(FileReading reading, Connection connection) {
    try {
      return reading.into(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseWhenStrict() {
    if (request.strict() && tally.rowsRejected() > 0) {
      throw new ImportRefusedException(
          "%d of %d rows were rejected, and a strict import takes all rows or none. Nothing was written."
              .formatted(tally.rowsRejected(), tally.rowsRead()));
    }
  }

  private static String sentence(ImportReport report) {
    return "%d observations of %d rows were written, %d stood already, %d rows were rejected."
        .formatted(
            report.observationsWritten(),
            report.rowsTaken(),
            report.observationsAlreadyThere(),
            report.rowsRejected());
  }

  private ImportReport report(Written written, List<Difference> differences, long differenceCount) {
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    return ImportReport.of(
        tally, written, differences, differenceCount, progress.secondsByPhase(), seconds);
  }

  private void end(
      ImportState state,
      String message,
      ImportReport report,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    transactions.run(
        connection -> record(connection, state, message, report, rejections, recorder));
  }

  private void record(
      Connection connection,
      ImportState state,
      String message,
      ImportReport report,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    ImportRunStore runs = new ImportRunStore(connection);
    try (InputStream rejected = rejections.open()) {
      if (tally.rowsRejected() > 0) {
        runs.addRejections(id, rejected);
      }
      // Signs of life until here, and none while the run's row is held.
      recorder.close();
      String json = JSON.writeValueAsString(report);
      runs.finish(id, state, message, release, sha256, progress, json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.enter(ImportPhase.ENDED);
  }
}
