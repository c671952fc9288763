package org.sightline.demonstration;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.sightline.intake.ImportRefusedException;
import org.sightline.intake.ImportRun;
import org.sightline.intake.ReturnRequest;
import org.sightline.intake.ReturnService;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.NotAMember;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** Uploads the demonstration's returns, each as a contributor of its council. */
@Singleton
public final class Demonstration {
  private static final Question QUESTION =
      new Question("demonstration", null, "serve --prepare: the returns of the demonstration");

  private final ReturnService returns;
  private final ViewerTransactions transactions;
  private final UploadedFileStore uploads;

  Demonstration(ReturnService returns, ViewerTransactions transactions, UploadedFileStore uploads) {
    this.returns = returns;
    this.transactions = transactions;
    this.uploads = uploads;
  }

  /**
   * Uploads what has not been uploaded yet. A file that came before is left alone, even where a
   * later one has superseded it since. Where somebody has taken a contributor's role away while
   * trying, that is said, and the others go on.
   *
   * @param progress is told each step in a sentence
   */
  public void load(Consumer<String> progress) {
    for (DemonstrationReturn given : new DemonstrationReturns(Instant.now()).all()) {
      progress.accept("Demonstration: " + load(given));
    }
  }

  private String load(DemonstrationReturn given) {
    Viewer contributor = new Viewer(given.contributor());
    try {
      boolean isKnown =
          transactions.read(contributor, QUESTION, () -> uploads.isKnown(given.sha256()));
      return isKnown ? given.fileName() + " stands already." : upload(given, contributor);
    } catch (NotAMember | Forbidden | ImportRefusedException e) {
      return "%s was left out. %s".formatted(given.fileName(), e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String upload(DemonstrationReturn given, Viewer contributor) throws IOException {
    Path copy = Files.createTempFile("sightline-demonstration-", ".csv");
    try {
      Files.writeString(copy, given.csv());
      ImportRun run = returns.run(contributor, QUESTION, request(given, copy));
      return "%s, %s. %s".formatted(given.fileName(), given.accessClass(), run.message());
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static ReturnRequest request(DemonstrationReturn given, Path file) {
    return new ReturnRequest(
        file,
        given.fileName(),
        null,
        given.title(),
        given.accessClass(),
        given.embargoedUntil(),
        true);
  }
}
