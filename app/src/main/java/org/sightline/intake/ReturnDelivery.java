package org.sightline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.intake.EditionStore.EarlierFile;
import org.sightline.intake.ReferenceStore.Release;

/**
 * A council's own return: each is a release and an edition of its own, which supersedes what the
 * council said before of the same indicators and periods.
 *
 * @param councilKey the council's area
 * @param councilName as the title of its releases has it
 * @param day on which it comes
 */
record ReturnDelivery(
    ReturnRequest request, Belonging belonging, int councilKey, String councilName, LocalDate day)
    implements EditionDelivery {
  /** The name under which the way of reading is kept, and the publication of the releases. */
  static final String NAME = "council-return";

  private static final long MOST_REJECTIONS = 100_000;

  @Override
  public String mapping() {
    return NAME;
  }

  @Override
  public String table() {
    return NAME;
  }

  @Override
  public @Nullable String release() {
    return request.release();
  }

  @Override
  public long mostRejections() {
    return MOST_REJECTIONS;
  }

  @Override
  public boolean looksElsewhere() {
    return false;
  }

  @Override
  public List<String> restatements() {
    return List.of();
  }

  @Override
  public FileRows rows(Header header, ReferenceStore reference, Tally tally, Names names) {
    return new ReturnRows(
        header,
        reference.indicators(),
        new ReturnArea(councilKey, reference.areaNames()),
        names,
        day);
  }

  @Override
  public boolean isWhole(EarlierFile earlier) {
    return isUnchanged(earlier, !earlier.hadRejections());
  }

  @Override
  public boolean isNoMoreThan(EarlierFile earlier, long rowsTaken) {
    return isUnchanged(earlier, rowsTaken == earlier.rowsTaken());
  }

  /** A sender who names another class must not believe that it counts. */
  private boolean isUnchanged(EarlierFile earlier, boolean hasTheSameRows) {
    boolean isUnchanged = !earlier.isSuperseded() && hasTheSameRows;
    boolean isOfThisClass =
        earlier.accessClass() == request.accessClass()
            && Objects.equals(earlier.embargoedUntil(), request.embargoedUntil());
    if (isUnchanged && !isOfThisClass) {
      throw new ImportRefusedException(
          "This very file stands as the release %s, whose class is %s, and bringing it again as %s changes nothing: a data owner changes its class with changeAccessClass."
              .formatted(
                  earlier.release(),
                  named(earlier.accessClass(), earlier.embargoedUntil()),
                  named(request.accessClass(), request.embargoedUntil())));
    }
    return isUnchanged;
  }

  private static String named(AccessClass accessClass, @Nullable Instant embargoedUntil) {
    return embargoedUntil == null ? accessClass.name() : accessClass + " until " + embargoedUntil;
  }

  @Override
  public Release choose(ReferenceStore reference, @Nullable String ofRows) {
    String code = request.release() == null ? newCode() : requireNew(reference);
    String title =
        request.title() == null ? "Return of %s, %s".formatted(councilName, day) : request.title();
    return reference.addRelease(code, NAME, title, day, "The return of " + councilName);
  }

  /**
   * The release that the sender names must be new.
   *
   * @throws ImportRefusedException when it is not, or is no code
   */
  String requireNew(ReferenceStore reference) {
    String code = String.valueOf(request.release());
    ReleaseChoice.requireCode(code);
    if (reference.findRelease(code).isPresent()) {
      throw new ImportRefusedException(
          "Your organisation has a release '%s' already. Each upload is a release of its own: name another, or none. Nothing was written."
              .formatted(code));
    }
    return code;
  }

  /**
   * Whom the release is shared with reads its code: it neither counts the uploads that they do not
   * see nor says what the sender calls the file.
   */
  private String newCode() {
    return "return-%s-%08x".formatted(day, ThreadLocalRandom.current().nextInt());
  }
}
