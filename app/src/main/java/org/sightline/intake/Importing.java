package org.sightline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.EditionStore.EarlierFile;
import org.sightline.intake.EditionStore.SourceFile;
import org.sightline.intake.ImportReport.Written;
import org.sightline.intake.PlanSheetContent.Brought;
import org.sightline.intake.ReferenceStore.Release;
import org.sightline.intake.Stop.StoppedException;
import org.sightline.intake.Turns.Turn;
import org.sightline.tenancy.RowTransactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One registered import: run once, all of it or nothing. */
public final class Importing {
  private static final Logger LOG = LoggerFactory.getLogger(Importing.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UUID id;
  private final Delivery delivery;
  private final RowTransactions transactions;
  private final Duration longest;
  private final Predicate<UUID> endsAbandoned;
  private final Stop stop = new Stop();
  private final ImportProgress progress;
  private final Tally tally = new Tally();
  private final long startedAt = System.nanoTime();
  private @Nullable String sha256;
  private @Nullable String release;
  private volatile @Nullable ImportState ended;

  /**
   * @param longest after how long it is stopped
   * @param endsAbandoned ends an import whose bringer may bring no more; false for any other
   */
  Importing(
      UUID id,
      Delivery delivery,
      long bytes,
      RowTransactions transactions,
      Duration longest,
      Predicate<UUID> endsAbandoned) {
    this.id = id;
    this.delivery = delivery;
    this.transactions = transactions;
    this.longest = longest;
    this.endsAbandoned = endsAbandoned;
    this.progress = new ImportProgress(bytes);
    this.release = delivery.release();
  }

  /** The attempt's id. */
  public UUID id() {
    return id;
  }

  /** How far it is; may be read from any thread. */
  public ImportProgress progress() {
    return progress;
  }

  /** How it ended; empty before it has, and where that could not be recorded. */
  Optional<ImportState> ended() {
    return Optional.ofNullable(ended);
  }

  /** How many rows were read, those that were rejected too. */
  long rowsRead() {
    return tally.rowsRead();
  }

  /**
   * Imports the file. Refusals and failures do not throw: they are recorded with the attempt.
   *
   * @throws RuntimeException when the outcome itself cannot be recorded
   */
  public void run() {
    run(new Turns(1));
  }

  /** The same, when its turn has come. */
  void run(Turns turns) {
    try (RejectionSpool rejections = new RejectionSpool();
        ProgressRecorder recorder =
            new ProgressRecorder(transactions, this::runs, id, progress, stop, longest).start()) {
      attempt(turns, rejections, recorder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void attempt(Turns turns, RejectionSpool rejections, ProgressRecorder recorder) {
    try (Turn _ = turns.await(stop);
        ReadableFile file = ReadableFile.of(delivery)) {
      recorder.workBegins();
      sha256 = file.facts().sha256();
      transactions.run(
          connection ->
              stop.during(connection, () -> bringIn(connection, file, rejections, recorder)));
    } catch (ImportRefusedException e) {
      ImportReport report = report(things(), Written.NOTHING, e.differences(), e.differenceCount());
      end(ImportState.REFUSED, e.sentence(), report, rejections, recorder);
    } catch (RuntimeException | IOException e) {
      fail(e, rejections, recorder);
    }
  }

  private void fail(Exception failure, RejectionSpool rejections, ProgressRecorder recorder) {
    try {
      say(failure, rejections, recorder);
    } catch (RuntimeException e) {
      if (!endsAbandoned.test(id)) {
        throw e;
      }
      LOG.info("Import {} ended with its bringer's membership.", id, failure);
    }
  }

  private void say(Exception failure, RejectionSpool rejections, ProgressRecorder recorder) {
    boolean wasInterrupted = Thread.interrupted();
    String reason = stop.reason();
    if (failure instanceof StoppedException || reason != null) {
      LOG.info("Import {} was stopped: {}", id, reason);
      recorder.close();
      boolean isSaid =
          transactions.write(connection -> runs(connection).stop(id, reason, progress));
      if (isSaid) {
        ended = ImportState.FAILED;
      } else if (!endsAbandoned.test(id)) {
        ended = ImportState.CANCELLED;
      }
      progress.enter(ImportPhase.ENDED);
      return;
    }
    LOG.error("Import {} failed.", id, failure);
    end(
        ImportState.FAILED,
        (wasInterrupted ? "Sightline was stopped" : "Something broke")
            + " in the "
            + progress.phase()
            + " phase; nothing of the file was written. The log has the cause under "
            + id
            + ".",
        report(things(), Written.NOTHING, List.of(), 0),
        rejections,
        recorder);
  }

  private void bringIn(
      Connection connection,
      ReadableFile file,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    switch (delivery) {
      case EditionDelivery figures -> bringIn(figures, connection, file, rejections, recorder);
      case PlanSheetDelivery sheet -> bringIn(sheet, connection, file, rejections, recorder);
      case AttributeDelivery values -> bringIn(values, connection, file, rejections, recorder);
      case InspectionDelivery table -> bringIn(table, connection, file, rejections, recorder);
    }
  }

  private void bringIn(
      InspectionDelivery table,
      Connection connection,
      ReadableFile file,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    try {
      InspectionImport bringing = new InspectionImport(table, progress, rejections, tally, stop);
      Written written = bringing.run(connection, file);
      ImportReport report = report(things(), written, List.of(), 0);
      ImportState state =
          bringing.hasChangedAnything() ? ImportState.IMPORTED : ImportState.UNCHANGED;
      record(connection, state, sentence(report) + bringing.more(), report, rejections, recorder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void bringIn(
      PlanSheetDelivery sheet,
      Connection connection,
      ReadableFile file,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    try {
      Brought brought =
          sheet
              .content()
              .bring(
                  new PlanSheetReading(sheet, file.csv(), progress, rejections, tally, stop),
                  connection);
      ImportReport report = report(things(), brought.written(), List.of(), 0);
      ImportState state =
          brought.written().written() == 0 ? ImportState.UNCHANGED : ImportState.IMPORTED;
      record(connection, state, brought.sentence(), report, rejections, recorder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void bringIn(
      AttributeDelivery values,
      Connection connection,
      ReadableFile file,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    try {
      Written written =
          new AttributeImport(values, progress, rejections, tally, stop)
              .run(connection, file.csv());
      ImportReport report = report(things(), written, List.of(), 0);
      ImportState state = written.written() == 0 ? ImportState.UNCHANGED : ImportState.IMPORTED;
      record(connection, state, sentence(report), report, rejections, recorder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void bringIn(
      EditionDelivery delivery,
      Connection connection,
      ReadableFile file,
      RejectionSpool rejections,
      ProgressRecorder recorder) {
    EditionStore editions = new EditionStore(connection, delivery.belonging());
    editions.lockTable(delivery.table());
    Optional<EarlierFile> earlier =
        editions.findEarlierFile(delivery.table(), file.facts().sha256());
    if (earlier.isPresent() && delivery.isWhole(earlier.get())) {
      leaveUnchanged(connection, earlier.get(), recorder);
      return;
    }
    FileReading reading = new FileReading(delivery, file.csv(), progress, rejections, tally, stop);
    new StagingStore(connection).create();
    Names names = read(reading, connection);
    EditionWriting writing =
        new EditionWriting(connection, delivery, progress, rejections, tally, stop);
    writing.check(names);
    if (earlier.isPresent() && delivery.isNoMoreThan(earlier.get(), tally.rowsTaken())) {
      leaveUnchanged(connection, earlier.get(), recorder);
      return;
    }
    refuseWhenStrict(delivery, tally);
    ReferenceStore reference = new ReferenceStore(connection, delivery.belonging());
    Release chosen = delivery.choose(reference, reading.release());
    release = chosen.code();
    Written written =
        reading.entries().isEmpty()
            ? writing.write(chosen, sourceFile(file))
            : writing.write(chosen, sourceFile(file), reading.entries());
    ImportReport report =
        report(
            reading.entries().isEmpty() ? things() : "dictionary entries", written, List.of(), 0);
    boolean isNothingNew = earlier.isPresent() && report.observationsWritten() == 0;
    ImportState state = isNothingNew ? ImportState.UNCHANGED : ImportState.IMPORTED;
    // From here on this transaction holds the run's row: whoever records its progress would wait
    // for it.
    recorder.close();
    runs(connection).setEdition(id, written.editionId());
    String message = sentence(report) + stillSeen(editions, written.editionId());
    record(connection, state, message, report, rejections, recorder);
  }

  private SourceFile sourceFile(ReadableFile file) {
    return new SourceFile(
        delivery.fileName(), file.facts().sha256(), file.facts().bytes(), delivery.mapping());
  }

  private void leaveUnchanged(
      Connection connection, EarlierFile earlier, ProgressRecorder recorder) {
    release = earlier.release();
    recorder.close();
    ImportRunStore runs = runs(connection);
    runs.setEdition(id, earlier.editionId());
    runs.finish(
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

  private ImportRunStore runs(Connection connection) {
    return new ImportRunStore(connection, delivery.belonging().ownerKey());
  }

  private static Names read(FileReading reading, Connection connection) {
    try {
      return reading.into(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A strict import takes all rows.
   *
   * @throws ImportRefusedException when it is one and some row was rejected
   */
  static void refuseWhenStrict(Delivery delivery, Tally tally) {
    if (delivery.strict() && tally.rowsRejected() > 0) {
      throw new ImportRefusedException(
          "Rows rejected: %d of %d, and a strict import takes all rows or none. Nothing was written."
              .formatted(tally.rowsRejected(), tally.rowsRead()));
    }
  }

  private static String sentence(ImportReport report) {
    return "Written %s: %d, of rows taken: %d; stood already: %d; rows rejected: %d."
        .formatted(
            report.things(),
            report.observationsWritten(),
            report.rowsTaken(),
            report.observationsAlreadyThere(),
            report.rowsRejected());
  }

  /** A hidden figure changes nothing for others, so the one before it goes on standing for them. */
  private String stillSeen(EditionStore editions, @Nullable Integer edition) {
    boolean isOfCouncil = delivery.belonging().organisationId() != null;
    List<String> seen =
        isOfCouncil && edition != null ? editions.stillSeen(edition) : List.<String>of();
    return seen.isEmpty()
        ? ""
        : " Those who do not see this upload go on seeing earlier ones of the same indicators and periods: %s. A data owner changes their class with changeAccessClass."
            .formatted(String.join(", ", seen));
  }

  /** What the file's rows give, in words. */
  private String things() {
    return switch (delivery) {
      case EditionDelivery _ -> "observations";
      case PlanSheetDelivery sheet -> sheet.request().layout().things();
      case AttributeDelivery _ -> "values";
      case InspectionDelivery _ -> "accounts of inspections";
    };
  }

  private ImportReport report(
      String things, Written written, List<Difference> differences, long differenceCount) {
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    return ImportReport.of(
        things, tally, written, differences, differenceCount, progress.secondsByPhase(), seconds);
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
    ImportRunStore runs = runs(connection);
    try (InputStream rejected = rejections.open()) {
      if (tally.rowsRejected() > 0) {
        runs.addRejections(id, rejected);
      }
      // Signs of life until here, and none while the run's row is held.
      recorder.close();
      String json = JSON.writeValueAsString(report);
      runs.finish(id, state, message, release, sha256, progress, json);
      ended = state;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    progress.enter(ImportPhase.ENDED);
  }
}
