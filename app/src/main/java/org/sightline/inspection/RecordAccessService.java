package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.NotFound;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.indicator.Publishing;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Lets a data owner decide who sees a record. */
@Singleton
class RecordAccessService {
  private static final String ACCESS_CLASS = "accessClass";

  private final RecordAccessStore store;
  private final InspectionService inspections;

  RecordAccessService(RecordAccessStore store, InspectionService inspections) {
    this.store = store;
    this.inspections = inspections;
  }

  /** What a global id names. */
  private record Target(RecordKind kind, int key) {}

  RecordAccessChange.Payload change(Input input) {
    Member member = BoundViewer.current().require(Role.DATA_OWNER);
    UserErrors errors = new UserErrors();
    AccessClass wanted = input.choice(ACCESS_CLASS, AccessClass.class);
    @Nullable OffsetDateTime until = input.instant("embargoedUntil");
    Publishing.refuseWrongEmbargo(wanted, until, errors);
    String id = input.required("id");
    Optional<Target> target = target(id);
    Optional<AccessClass> standing =
        target.flatMap(one -> store.lock(one.kind(), one.key(), member));
    errors.addIf(
        standing.isEmpty(),
        "id",
        "NOT_FOUND",
        "There is no inspection, finding, intervention or plan of your organisation of that id.");
    standing.ifPresent(now -> checkStanding(input, now, wanted, errors));
    if (standing.isPresent()) {
      target.ifPresent(one -> checkGrades(one, wanted, errors));
    }
    errors.addIf(
        wanted != AccessClass.COUNCIL_ONLY
            && target.filter(one -> store.isDraft(one.kind(), one.key(), member)).isPresent(),
        ACCESS_CLASS,
        "DRAFT",
        "A draft is its council's alone: make it live first.");
    if (target.isEmpty() || standing.isEmpty() || !errors.isEmpty()) {
      return RecordAccessChange.Payload.wrong(errors);
    }
    OffsetDateTime at =
        store.change(
            target.get().kind(), target.get().key(), standing.get(), wanted, until, member);
    return new RecordAccessChange.Payload(
        new RecordAccessChange(
            id, target.get().kind(), standing.get(), wanted, until, member.name(), at),
        List.of());
  }

  private void checkGrades(Target target, AccessClass wanted, UserErrors errors) {
    if (target.kind() != RecordKind.INSPECTION) {
      return;
    }
    inspections
        .find(target.key())
        .ifPresent(
            one -> {
              @Nullable InspectionType type = one.type();
              if (type != null) {
                OwnRecords.refuseToPublishGrades(wanted, type, one.framework(), errors);
              }
            });
  }

  private static void checkStanding(
      Input input, AccessClass now, AccessClass wanted, UserErrors errors) {
    @Nullable String expected = input.text("expectedClass");
    errors.addIf(
        expected != null && !expected.equals(now.name()),
        "expectedClass",
        "CHANGED",
        "The class is %s now, not %s: look again before you change it.".formatted(now, expected));
    errors.addIf(
        wanted == now && wanted != AccessClass.EMBARGOED,
        ACCESS_CLASS,
        "SAME",
        "The class asked for is the one it has.");
  }

  private static Optional<Target> target(String id) {
    try {
      String type = GlobalId.decode(id).type();
      return RecordKind.ofType(type)
          .flatMap(kind -> GlobalId.number(type, id).map(key -> new Target(kind, key)));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }
}
