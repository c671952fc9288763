package org.sightline.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.Publishing;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.RowTransactions;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** Brings councils' own returns in, as their contributors, and shows each council its own. */
@Singleton
public final class ReturnService {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final ViewerTransactions transactions;

  ReturnService(ViewerTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Registers the attempt.
   *
   * @return the import, to be run once, on a thread of the caller's choice
   * @throws Forbidden when the viewer is no contributor of a council, or would publish without
   *     being its data owner too
   * @throws ImportRefusedException when the release does not fit; nothing is registered then
   */
  public Importing begin(Viewer viewer, Question question, ReturnRequest request)
      throws IOException {
    requireFuture(request.embargoedUntil());
    long bytes = Files.size(request.file());
    RowTransactions rows = transactions.longWrites(viewer, question);
    return rows.write(
        connection -> {
          Member member = requireContributor();
          requireMayPublish(member, request);
          ReturnDelivery delivery = delivery(request, member);
          if (request.release() != null) {
            delivery.requireNew(new ReferenceStore(connection, delivery.belonging()));
          }
          UUID id =
              new ImportRunStore(connection, delivery.belonging().ownerKey())
                  .add(delivery, bytes, member);
          return new Importing(
              id, delivery, bytes, rows, LONGEST, abandoned -> endAbandoned(question, abandoned));
        });
  }

  /**
   * Lets go on who may upload.
   *
   * @throws Forbidden when the viewer is no contributor of a council
   */
  void requireUploader(Viewer viewer, Question question) {
    Member _ = transactions.read(viewer, question, ReturnService::requireContributor);
  }

  /** Begins and runs an import on this thread. See {@link #begin}. */
  public ImportRun run(Viewer viewer, Question question, ReturnRequest request) throws IOException {
    Importing importing = begin(viewer, question, request);
    importing.run();
    return find(viewer, question, importing.id()).orElseThrow();
  }

  /** An import of the viewer's organisation; somebody else's is not there. */
  Optional<ImportRun> find(Viewer viewer, Question question, UUID id) {
    return asMember(viewer, question, runs -> runs.find(id));
  }

  /** The latest imports of the viewer's organisation, newest first. */
  List<ImportRun> list(Viewer viewer, Question question, int limit) {
    return asMember(viewer, question, runs -> runs.list(limit));
  }

  /** Every rejection of an import of the viewer's organisation, by line. */
  void forEachRejection(Viewer viewer, Question question, UUID id, Consumer<Rejection> consumer) {
    boolean _ =
        asMember(
            viewer,
            question,
            runs -> {
              runs.forEachRejection(id, 0, consumer);
              return true;
            });
  }

  /**
   * Cancels an import of the viewer's organisation; false when it has ended already.
   *
   * @throws Forbidden when the viewer is no contributor
   */
  boolean cancel(Viewer viewer, Question question, UUID id) {
    return asMember(
        viewer,
        question,
        runs -> {
          Member member = requireContributor();
          return runs.cancel(id, member.name() + " cancelled it. Nothing of the file was written.");
        });
  }

  /** As nobody: who was revoked in the meantime cannot say any more how the import ended. */
  boolean endAbandoned(Question question, UUID id) {
    return transactions
        .longWrites(Viewer.ANONYMOUS, question)
        .write(connection -> ImportRunStore.endAbandoned(connection, id));
  }

  private <T> T asMember(Viewer viewer, Question question, Function<ImportRunStore, T> work) {
    return transactions
        .longWrites(viewer, question)
        .write(
            connection -> {
              Member member = BoundViewer.current().requireMember();
              return work.apply(new ImportRunStore(connection, member.organisationId()));
            });
  }

  /** A contributor of a council. */
  static Member requireContributor() {
    Member member = BoundViewer.current().require(Role.CONTRIBUTOR);
    if (member.councilKey() == null) {
      throw new Forbidden(
          "Only a council has a return to upload; your organisation, %s, is none."
              .formatted(member.organisationName()));
    }
    return member;
  }

  /**
   * What everybody has seen cannot be taken back: no machine and no contributor alone does it. An
   * embargo ends in publication, be it a moment later.
   */
  private static void requireMayPublish(Member member, ReturnRequest request) {
    AccessClass wanted = request.accessClass();
    if (!wanted.mayBeGivenBy(member)) {
      throw new Forbidden(
          "%s. Upload the file as COUNCIL_ONLY or SHARED; a data owner of your organisation can change it to %s with changeAccessClass."
              .formatted(Publishing.OF_DATA_OWNERS, wanted));
    }
  }

  private static ReturnDelivery delivery(ReturnRequest request, Member member) {
    Integer council = member.councilKey();
    if (council == null) {
      throw new IllegalStateException("A contributor without a council");
    }
    Belonging belonging =
        new Belonging(member.organisationId(), request.accessClass(), request.embargoedUntil());
    return new ReturnDelivery(
        request, belonging, council, member.organisationName(), LocalDate.now(LONDON));
  }

  private static void requireFuture(@Nullable Instant embargoedUntil) {
    if (embargoedUntil != null && !embargoedUntil.isAfter(Instant.now())) {
      throw new ImportRefusedException(
          "embargoedUntil is %s, which has passed; an embargo ends in the future."
              .formatted(embargoedUntil));
    }
  }
}
