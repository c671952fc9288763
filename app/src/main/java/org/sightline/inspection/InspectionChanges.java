package org.sightline.inspection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.indicator.AccessClass;
import org.sightline.inspection.InspectionWriteStore.WrittenSource;
import org.sightline.inspection.framework.FrameworkService;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** Records and amends a council's own inspections, visits, meetings and challenges. */
@Singleton
class InspectionChanges {
  private static final int LONGEST_TITLE = 500;

  private final InspectionService inspections;
  private final InspectionWriteStore store;
  private final InspectionReader reader;
  private final FrameworkService frameworks;

  InspectionChanges(
      InspectionService inspections,
      InspectionWriteStore store,
      InspectionReader reader,
      FrameworkService frameworks) {
    this.inspections = inspections;
    this.store = store;
    this.reader = reader;
    this.frameworks = frameworks;
  }

  InspectionPayload record(Input input) {
    Member member = OwnRecords.requireContributor();
    UserErrors errors = new UserErrors();
    Written written = new Written(input, errors, "");
    Frameworks definitions = frameworks.all();
    Optional<WrittenInspection> read = reader.read(written, null, definitions);
    AccessClass accessClass = OwnRecords.accessClass(written, member);
    if (errors.isEmpty()) {
      read.ifPresent(one -> refuseToPublishGrades(accessClass, one, definitions, errors));
    }
    WrittenSource source = source(new Written(input.nested("source"), errors, "source."));
    if (read.isEmpty() || !errors.isEmpty()) {
      return InspectionPayload.wrong(errors);
    }
    return done(store.record(read.get(), source, accessClass, member));
  }

  InspectionPayload amend(Input input) {
    Member member = OwnRecords.requireContributor();
    UserErrors errors = new UserErrors();
    Optional<Inspection> own = own(input.required("id"));
    if (own.isEmpty() || own.get().accounts().isEmpty()) {
      OwnRecords.notFound(errors, "id", "inspection");
      return InspectionPayload.wrong(errors);
    }
    InspectionAccount before = own.get().accounts().getFirst();
    Frameworks definitions = frameworks.all();
    Optional<WrittenInspection> read =
        reader.read(new Written(input, errors, ""), before, definitions);
    read.ifPresent(
        one -> refuseToPublishGrades(own.get().access().accessClass(), one, definitions, errors));
    errors.addIf(
        read.isPresent() && !isOfFramework(read.get(), own.get()),
        "type",
        "NOT_ALLOWED",
        "An inspection keeps its framework, '%s': record another one for another framework."
            .formatted(own.get().framework().code()));
    if (read.isEmpty() || !errors.isEmpty()) {
      return InspectionPayload.wrong(errors);
    }
    int version = (Integer) Objects.requireNonNull(input.values().get("version"));
    if (!store.amend(own.get().key(), version, before.key(), read.get(), member)) {
      OwnRecords.changed(errors, own.get().version());
      return InspectionPayload.wrong(errors);
    }
    return done(own.get().key());
  }

  private static void refuseToPublishGrades(
      AccessClass accessClass,
      WrittenInspection written,
      Frameworks definitions,
      UserErrors errors) {
    definitions
        .find(written.type().framework())
        .ifPresent(
            framework ->
                OwnRecords.refuseToPublishGrades(accessClass, written.type(), framework, errors));
  }

  private static boolean isOfFramework(WrittenInspection written, Inspection own) {
    return written.type().framework().equals(own.framework().code());
  }

  private static WrittenSource source(Written written) {
    SourceKind kind = written.choice("kind", SourceKind.class, SourceKind.OWN_RECORD);
    written.wrongIf(
        kind != SourceKind.OWN_RECORD && kind != SourceKind.COUNCIL_PAPER,
        "kind",
        "NOT_ALLOWED",
        "A council records from its own papers: kind is OWN_RECORD or COUNCIL_PAPER.");
    return new WrittenSource(
        kind, written.text("title", "", LONGEST_TITLE), written.day("publishedOn", null));
  }

  /** One that the own organisation owns; nothing for any other. */
  private Optional<Inspection> own(String id) {
    return GlobalId.number(InspectionFields.INSPECTION, id)
        .flatMap(inspections::find)
        .filter(one -> isOwn(one.access()));
  }

  private static boolean isOwn(RecordAccess access) {
    @Nullable Integer owner = access.ownerKey();
    return owner != null && BoundViewer.current().owns(owner);
  }

  private InspectionPayload done(int key) {
    return new InspectionPayload(inspections.find(key).orElseThrow(), List.of());
  }
}
