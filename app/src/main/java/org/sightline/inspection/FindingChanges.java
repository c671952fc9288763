package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.inspection.framework.FrameworkService;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** Records and amends a council's own findings, of its own inspections or of published ones. */
@Singleton
class FindingChanges {
  private static final int MOST = 100;

  private final InspectionService inspections;
  private final FindingService findings;
  private final FindingWriteStore store;
  private final FrameworkService frameworks;

  FindingChanges(
      InspectionService inspections,
      FindingService findings,
      FindingWriteStore store,
      FrameworkService frameworks) {
    this.inspections = inspections;
    this.findings = findings;
    this.store = store;
    this.frameworks = frameworks;
  }

  FindingsPayload record(Input input) {
    Member member = OwnRecords.requireContributor();
    UserErrors errors = new UserErrors();
    Written written = new Written(input, errors, "");
    Optional<Inspection> inspection = ofOwnCouncil(input.required("inspection"), member);
    if (inspection.isEmpty()) {
      OwnRecords.notFound(errors, "inspection", "inspection");
      return FindingsPayload.wrong(errors);
    }
    List<Written> items = written.items("findings");
    errors.addIf(
        items.isEmpty() || items.size() > MOST,
        "findings",
        "WRONG_NUMBER",
        "Record 1 to %d findings at once; these are %d.".formatted(MOST, items.size()));
    Frameworks definitions = frameworks.all();
    List<WrittenFinding> read =
        items.stream()
            .limit(MOST)
            .map(item -> WrittenFinding.read(item, null, inspection.get().framework(), definitions))
            .toList();
    AccessClass accessClass = OwnRecords.accessClass(written, member);
    if (!errors.isEmpty()) {
      return FindingsPayload.wrong(errors);
    }
    List<Integer> keys = store.record(inspection.get().key(), read, accessClass, member);
    Map<Integer, Finding> recorded = findings.byKey(keys);
    return new FindingsPayload(
        keys.stream().map(key -> Objects.requireNonNull(recorded.get(key))).toList(), List.of());
  }

  FindingPayload amend(Input input) {
    Member _ = OwnRecords.requireContributor();
    UserErrors errors = new UserErrors();
    Optional<Finding> own =
        GlobalId.number(FindingFields.FINDING, input.required("id"))
            .flatMap(findings::find)
            .filter(one -> isOwn(one.access()));
    if (own.isEmpty()) {
      OwnRecords.notFound(errors, "id", "finding");
      return FindingPayload.wrong(errors);
    }
    Finding before = own.get();
    WrittenFinding written =
        WrittenFinding.read(
            new Written(input, errors, ""),
            before,
            inspections.find(before.inspectionKey()).orElseThrow().framework(),
            frameworks.all());
    if (!errors.isEmpty()) {
      return FindingPayload.wrong(errors);
    }
    int version = (Integer) Objects.requireNonNull(input.values().get("version"));
    if (!store.amend(before.key(), version, written)) {
      OwnRecords.changed(errors, before.version());
      return FindingPayload.wrong(errors);
    }
    return new FindingPayload(findings.find(before.key()).orElseThrow(), List.of());
  }

  private Optional<Inspection> ofOwnCouncil(String id, Member member) {
    return GlobalId.number(InspectionFields.INSPECTION, id)
        .flatMap(inspections::find)
        .filter(one -> Objects.equals(one.councilKey(), member.councilKey()));
  }

  private static boolean isOwn(RecordAccess access) {
    @Nullable Integer owner = access.ownerKey();
    return owner != null && BoundViewer.current().owns(owner);
  }
}
