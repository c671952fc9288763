package org.sightline.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.AttributeRule;
import org.sightline.intake.mapping.InspectionRule;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingCatalogue;
import org.sightline.intake.mapping.MappingException;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.ReleaseTransactions;

/** Brings official files in, and knows what became of each attempt. */
@Singleton
public final class ImportService {
  private static final int STALE_AFTER_SECONDS = 60;
  private static final Duration LONGEST = Duration.ofHours(6);

  private final MappingCatalogue catalogue;
  private final ReleaseTransactions transactions;

  ImportService(MappingCatalogue catalogue, ReleaseTransactions transactions) {
    this.catalogue = catalogue;
    this.transactions = transactions;
  }

  /**
   * Checks what can be checked before the file is read, and registers the attempt.
   *
   * @return the import, to be run once, on a thread of the caller's choice
   * @throws ImportRefusedException when mapping or release do not fit; nothing is registered then
   */
  public Importing begin(ImportRequest request) throws IOException {
    return begin(request, null);
  }

  /**
   * The same for an operator.
   *
   * @param startedBy null for whoever is at this machine
   */
  Importing begin(ImportRequest request, @Nullable Member startedBy) throws IOException {
    Mapping mapping = mapping(request.mapping());
    if (!Files.isRegularFile(request.file()) || !Files.isReadable(request.file())) {
      throw new ImportRefusedException(
          "There is no file " + request.fileName() + " that can be read.");
    }
    Delivery delivery = delivery(request, mapping);
    long bytes = Files.size(request.file());
    UUID id =
        transactions.write(
            connection -> {
              if (delivery instanceof EditionDelivery) {
                ReferenceStore reference = new ReferenceStore(connection, Belonging.OFFICIAL);
                new ReleaseChoice(reference, mapping, request).check();
              }
              ImportRunStore runs = new ImportRunStore(connection, Belonging.OFFICIAL.ownerKey());
              runs.failStale(STALE_AFTER_SECONDS);
              return runs.add(delivery, bytes, startedBy);
            });
    return new Importing(id, delivery, bytes, transactions, LONGEST, _ -> false);
  }

  private Delivery delivery(ImportRequest request, Mapping mapping) {
    AttributeRule attributes = mapping.attributes();
    InspectionRule inspections = mapping.inspections();
    if (inspections != null) {
      return inspections(request, mapping, inspections);
    }
    if (attributes == null) {
      return new OfficialDelivery(request, mapping, catalogue);
    }
    if (request.release() != null || request.publishedOn() != null || request.title() != null) {
      throw new ImportRefusedException(
          "A file of attributes is part of no release: each row says from when it counts. Leave the release, its day and its title away.");
    }
    return new AttributeDelivery(request, mapping, attributes);
  }

  private Delivery inspections(ImportRequest request, Mapping mapping, InspectionRule rule) {
    if (request.release() != null || request.title() != null) {
      throw new ImportRefusedException(
          "A table of inspections is part of no release: its mapping says which source it is of. Leave the release and its title away; the day on which the file came out may be given.");
    }
    return new InspectionDelivery(request, mapping, rule, catalogue);
  }

  /** Begins and runs an import on this thread. See {@link #begin}. */
  public ImportRun run(ImportRequest request) throws IOException {
    Importing importing = begin(request);
    importing.run();
    return find(importing.id()).orElseThrow();
  }

  public Optional<ImportRun> find(UUID id) {
    failStale();
    return transactions.write(
        connection -> new ImportRunStore(connection, Belonging.OFFICIAL.ownerKey()).find(id));
  }

  /** Whether a file was brought in by a mapping before. */
  boolean isKnown(String sha256, String mapping) {
    return transactions.write(
        connection -> new EditionStore(connection, Belonging.OFFICIAL).isKnown(sha256, mapping));
  }

  /** Cancels an import that runs; false when it has ended already, or is not there. */
  boolean cancel(UUID id, String sentence) {
    return transactions.write(
        connection ->
            new ImportRunStore(connection, Belonging.OFFICIAL.ownerKey()).cancel(id, sentence));
  }

  /** The latest attempts, newest first. */
  public List<ImportRun> list(int limit) {
    failStale();
    return transactions.write(
        connection -> new ImportRunStore(connection, Belonging.OFFICIAL.ownerKey()).list(limit));
  }

  /** The first rejections of an import, by line. */
  public List<Rejection> rejections(UUID id, int limit) {
    List<Rejection> first = new ArrayList<>();
    forEachRejection(id, limit, first::add);
    return first;
  }

  /** Every rejection of an import, by line. */
  public void forEachRejection(UUID id, Consumer<Rejection> consumer) {
    forEachRejection(id, 0, consumer);
  }

  /** Ends attempts whose program is gone: their last sign of life is over a minute old. */
  public int failStale() {
    return transactions.write(
        connection ->
            new ImportRunStore(connection, Belonging.OFFICIAL.ownerKey())
                .failStale(STALE_AFTER_SECONDS));
  }

  private void forEachRejection(UUID id, int limit, Consumer<Rejection> consumer) {
    transactions.run(
        connection ->
            new ImportRunStore(connection, Belonging.OFFICIAL.ownerKey())
                .forEachRejection(id, limit, consumer));
  }

  private Mapping mapping(String name) {
    try {
      return catalogue.get(name);
    } catch (MappingException e) {
      throw new ImportRefusedException(String.valueOf(e.getMessage()));
    }
  }
}
