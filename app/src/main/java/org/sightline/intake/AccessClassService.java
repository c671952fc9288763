package org.sightline.intake;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.NotFound;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.Publishing;
import org.sightline.intake.AccessClassStore.Standing;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Lets a data owner decide who sees an upload. */
@Singleton
class AccessClassService {
  private final AccessClassStore classes;
  private final ImportStore imports;

  AccessClassService(AccessClassStore classes, ImportStore imports) {
    this.classes = classes;
    this.imports = imports;
  }

  /** Changes the class of an upload, or says what is wrong with the request. */
  ChangeAccessClassPayload change(ClassChangeRequest request) {
    Member member = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    checkTarget(request, errors);
    checkClass(request, errors);
    if (!errors.isEmpty()) {
      return new ChangeAccessClassPayload(null, errors.list());
    }
    Optional<Integer> edition = edition(request, member.organisationId());
    Optional<Standing> standing =
        edition.flatMap(key -> classes.lock(member.organisationId(), key));
    if (standing.isEmpty()) {
      errors.add(
          request.importId() == null ? "releaseId" : "importId",
          "NOT_FOUND",
          "No upload of your organisation that stands has this id.");
      return new ChangeAccessClassPayload(null, errors.list());
    }
    AccessClass now = standing.get().accessClass();
    if (now != request.expected()) {
      errors.add(
          "expectedClass",
          "CHANGED",
          "The class is %s now, not %s: look again before you change it."
              .formatted(now, request.expected()));
      return new ChangeAccessClassPayload(null, errors.list());
    }
    Standing wanted = new Standing(request.wanted(), request.embargoedUntil());
    classes.change(member, edition.get(), now, wanted);
    return new ChangeAccessClassPayload(
        imports.ofEdition(member.organisationId(), edition.get()).orElse(null), errors.list());
  }

  private static void checkTarget(ClassChangeRequest request, UserErrors errors) {
    errors.addIf(
        (request.importId() == null) == (request.releaseId() == null),
        "importId",
        "ONE_OF",
        "Give one of importId and releaseId.");
  }

  private static void checkClass(ClassChangeRequest request, UserErrors errors) {
    Publishing.refuseWrongEmbargo(request.wanted(), request.embargoedUntil(), errors);
    errors.addIf(
        request.wanted() == request.expected() && request.wanted() != AccessClass.EMBARGOED,
        "accessClass",
        "SAME",
        "The class asked for is the one it has.");
  }

  private Optional<Integer> edition(ClassChangeRequest request, int organisationKey) {
    try {
      if (request.importId() != null) {
        UUID key = UUID.fromString(key("Import", request.importId()));
        return imports.find(organisationKey, key).map(Import::editionKey);
      }
      int release = Integer.parseInt(key("Release", String.valueOf(request.releaseId())));
      return classes.editionOfRelease(organisationKey, release);
    } catch (NotFound | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String key(String type, String id) {
    GlobalId decoded = GlobalId.decode(id);
    if (!decoded.type().equals(type)) {
      throw new IllegalArgumentException("An id of another type");
    }
    return decoded.key();
  }
}
