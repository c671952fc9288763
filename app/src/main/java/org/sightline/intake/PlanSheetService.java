package org.sightline.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanFilter;
import org.sightline.plan.PlanService;
import org.sightline.plan.StatusScheme;
import org.sightline.plan.report.StatusReportWriting;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.RowTransactions;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** Brings sheets of councils' own plans in, as their contributors. */
@Singleton
public final class PlanSheetService {
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST_NAMED = 20;

  private final ViewerTransactions transactions;
  private final ReturnService returns;
  private final PlanService plans;
  private final StatusReportWriting reports;

  PlanSheetService(
      ViewerTransactions transactions,
      ReturnService returns,
      PlanService plans,
      StatusReportWriting reports) {
    this.transactions = transactions;
    this.returns = returns;
    this.plans = plans;
    this.reports = reports;
  }

  /**
   * Registers the attempt.
   *
   * @return the import, to be run once, on a thread of the caller's choice
   * @throws org.sightline.tenancy.Forbidden when the viewer is no contributor of a council
   * @throws ImportRefusedException when there is no such plan of the council, or its day has not
   *     come; nothing is registered then
   */
  public Importing begin(Viewer viewer, Question question, PlanSheetRequest request)
      throws IOException {
    long bytes = Files.size(request.file());
    RowTransactions rows = transactions.longWrites(viewer, question);
    return rows.write(
        connection -> {
          Member member = ReturnService.requireContributor();
          PlanSheetDelivery delivery =
              new PlanSheetDelivery(
                  request,
                  plan(request.plan(), member),
                  member,
                  member.organisationId(),
                  content(request));
          UUID id =
              new ImportRunStore(connection, delivery.belonging().ownerKey())
                  .add(delivery, bytes, member);
          return new Importing(
              id,
              delivery,
              bytes,
              rows,
              LONGEST,
              abandoned -> returns.endAbandoned(question, abandoned));
        });
  }

  /** Begins and runs an import on this thread. See {@link #begin}. */
  public ImportRun run(Viewer viewer, Question question, PlanSheetRequest request)
      throws IOException {
    Importing importing = begin(viewer, question, request);
    importing.run();
    return returns.find(viewer, question, importing.id()).orElseThrow();
  }

  private PlanSheetContent content(PlanSheetRequest request) {
    if (request.asAt() == null) {
      return new PlanActionSheet(Arguments.today());
    }
    if (request.asAt().isAfter(Arguments.today())) {
      throw new ImportRefusedException(
          "asAt is %s, which has not come yet: a report says what was.".formatted(request.asAt()));
    }
    return new PlanCountSheet(request.asAt(), reports);
  }

  private SheetPlan plan(String asked, Member member) {
    List<Plan> own =
        plans.list(PlanFilter.of(List.of(Objects.requireNonNull(member.councilKey())))).stream()
            .filter(one -> one.ownerKey() == member.organisationId())
            .toList();
    Optional<Integer> key = GlobalId.number("Plan", asked);
    Plan plan =
        own.stream()
            .filter(one -> key.filter(number -> number == one.key()).isPresent())
            .findFirst()
            .or(() -> own.stream().filter(one -> one.name().equalsIgnoreCase(asked)).findFirst())
            .orElseThrow(() -> unknown(asked, own));
    requireMayWrite(member, plan);
    StatusScheme scheme =
        Objects.requireNonNull(plans.schemesByKey(List.of(plan.schemeKey())).get(plan.schemeKey()));
    return new SheetPlan(
        plan.key(), plan.name(), new SheetScheme(scheme.name(), scheme.statuses()));
  }

  private static void requireMayWrite(Member member, Plan plan) {
    if (!plan.accessClass().mayBeGivenBy(member)) {
      throw new Forbidden(PlanSheetStore.OF_DATA_OWNERS);
    }
  }

  private static ImportRefusedException unknown(String asked, List<Plan> own) {
    String names =
        own.stream().map(Plan::name).limit(MOST_NAMED).collect(Collectors.joining("', '"));
    return new ImportRefusedException(
        own.isEmpty()
            ? "Your organisation has no plan yet: record one first, and then bring its sheet."
            : "Your organisation has no plan '%s'. It has '%s'.".formatted(asked, names));
  }
}
