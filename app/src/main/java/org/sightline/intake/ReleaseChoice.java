package org.sightline.intake;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.ReferenceStore.Release;
import org.sightline.intake.mapping.Mapping;
import org.sightline.intake.mapping.MappingFormat;

/** Which release an import belongs to, and whether it may. */
final class ReleaseChoice {
  private final ReferenceStore reference;
  private final Mapping mapping;
  private final ImportRequest request;

  ReleaseChoice(ReferenceStore reference, Mapping mapping, ImportRequest request) {
    this.reference = reference;
    this.mapping = mapping;
    this.request = request;
  }

  /**
   * What can be said before the file is read.
   *
   * @throws ImportRefusedException when the release is not named, not known, or of another
   *     publication
   */
  void check() {
    if (request.release() != null) {
      requireFitting(request.release());
    } else if (mapping.format() != MappingFormat.LONG_FORM) {
      throw new ImportRefusedException("Name the release. " + known());
    }
  }

  /**
   * The release, added when it is new.
   *
   * @param ofRows the release that the rows name, null where they name none
   * @throws ImportRefusedException when it cannot be the file's release
   */
  Release choose(@Nullable String ofRows) {
    String code = request.release() == null ? ofRows : request.release();
    if (code == null) {
      throw new ImportRefusedException("No row of the file names its release.");
    }
    if (ofRows != null && !ofRows.equals(code)) {
      throw new ImportRefusedException(
          "The rows of the file are of the release " + ofRows + ", not of " + code + ".");
    }
    requireFitting(code);
    if (reference.findRelease(code).isEmpty() && request.publishedOn() != null) {
      return reference.addRelease(
          code,
          mapping.publication(),
          request.title() == null ? mapping.title() : request.title(),
          request.publishedOn(),
          "Named by the operator with the import of " + request.fileName());
    }
    return reference
        .findRelease(code)
        .orElseThrow(() -> new ImportRefusedException("There is no release '" + code + "'."));
  }

  private void requireFitting(String code) {
    Optional<Release> release = reference.findRelease(code);
    if (release.isEmpty()) {
      requireNewRelease(code);
    } else {
      requireSamePublication(release.get());
      requireSameDay(release.get());
    }
  }

  private void requireNewRelease(String code) {
    if (request.publishedOn() == null) {
      throw new ImportRefusedException(
          "There is no release '%s'. %s To add it, give the day it was published (--published-on, as 2025-10-30) and, if you like, its title (--title)."
              .formatted(code, known()));
    }
    requireCode(code);
  }

  /**
   * A new release's code must be one.
   *
   * @throws ImportRefusedException when it is not
   */
  static void requireCode(String code) {
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*") || code.length() > 100) {
      throw new ImportRefusedException(
          "A new release's code has lower-case letters, digits and single hyphens, as children-in-need-2026; '"
              + code
              + "' has not.");
    }
  }

  private void requireSamePublication(Release release) {
    if (!release.publication().equals(mapping.publication())) {
      throw new ImportRefusedException(
          "The release %s is of the publication %s, but the mapping %s reads files of %s. %s"
              .formatted(
                  release.code(),
                  release.publication(),
                  mapping.name(),
                  mapping.publication(),
                  known()));
    }
  }

  private void requireSameDay(Release release) {
    if (request.publishedOn() != null && !request.publishedOn().equals(release.publishedOn())) {
      throw new ImportRefusedException(
          "The release %s was published on %s, not on %s."
              .formatted(release.code(), release.publishedOn(), request.publishedOn()));
    }
  }

  private String known() {
    String codes =
        reference.releasesOf(mapping.publication()).stream()
            .map(Release::code)
            .collect(Collectors.joining(", "));
    return codes.isEmpty()
        ? "No release of " + mapping.publication() + " is known yet."
        : "Known releases of " + mapping.publication() + ": " + codes + ".";
  }
}
