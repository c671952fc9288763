package org.sightline.plan.report;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Arguments;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;
import org.sightline.plan.Plan;
import org.sightline.plan.PlanService;
import org.sightline.plan.StatusScheme;
import org.sightline.plan.Workstream;
import org.sightline.plan.report.StatusReportWriting.Issued;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Issues reports as a mutation asks for them. */
@Singleton
class ReportMutations {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SOURCE = 1000;
  private static final String OWN_RECORD = "Sightline, from the plan's actions";

  private final StatusReportWriting writing;
  private final PlanService plans;

  ReportMutations(StatusReportWriting writing, PlanService plans) {
    this.writing = writing;
    this.plans = plans;
  }

  /** A report of the plan's actions as they stand. */
  IssuePayload issue(Input input) {
    Member _ = BoundViewer.current().require(Role.CONTRIBUTOR);
    UserErrors errors = new UserErrors();
    Optional<Plan> plan = plan(input, errors);
    LocalDate asAt = asAt(input, Arguments.today(), errors);
    String title = title(input, asAt, errors);
    if (!errors.isEmpty() || plan.isEmpty()) {
      return new IssuePayload(null, errors.list());
    }
    NewReport head =
        new NewReport(
            plan.get().key(),
            asAt,
            "DAY",
            title,
            null,
            List.of(),
            List.of(),
            OWN_RECORD,
            null,
            input.flag("isCorrection"));
    return payload(writing.issue(plan.get(), head), errors);
  }

  /** A report of counts that somebody states. */
  IssuePayload record(Input input) {
    Member member = BoundViewer.current().require(Role.CONTRIBUTOR);
    UserErrors errors = new UserErrors();
    Optional<Plan> plan = plan(input, errors);
    LocalDate asAt = asAt(input, null, errors);
    String title = title(input, asAt, errors);
    if (plan.isEmpty()) {
      return new IssuePayload(null, errors.list());
    }
    int key = plan.get().key();
    StatusScheme scheme =
        Objects.requireNonNull(
            plans.schemesByKey(List.of(plan.get().schemeKey())).get(plan.get().schemeKey()));
    List<Workstream> workstreams =
        plans.workstreams(List.of(key)).getOrDefault(key, List.<Workstream>of());
    StatedCounts counts = new StatedCounts(scheme, workstreams, errors);
    String source =
        Objects.requireNonNullElse(
            optional("source", input, errors), "Stated by " + member.organisationName());
    NewReport report =
        new NewReport(
            key,
            asAt,
            input.required("precision"),
            title,
            counts.total("statedTotal", input),
            counts.counts("counts", input),
            counts.parts(input),
            source,
            optional("paragraph", input, errors),
            input.flag("isCorrection"));
    counts.requireSomething(report);
    return errors.isEmpty()
        ? payload(writing.record(report), errors)
        : new IssuePayload(null, errors.list());
  }

  private Optional<Plan> plan(Input input, UserErrors errors) {
    Optional<Plan> plan =
        GlobalId.number(ReportTypes.PLAN, input.required("plan")).flatMap(writing::own);
    errors.addIf(
        plan.isEmpty(), "plan", "NOT_FOUND", "Your organisation has no plan with this id.");
    return plan;
  }

  private static LocalDate asAt(Input input, @Nullable LocalDate unlessSaid, UserErrors errors) {
    LocalDate said = input.day("asAt");
    LocalDate asAt = Objects.requireNonNull(said == null ? unlessSaid : said);
    errors.addIf(
        asAt.isAfter(Arguments.today()),
        "asAt",
        "IN_THE_FUTURE",
        "A report says what was: %s has not come yet.".formatted(asAt));
    return asAt;
  }

  private static String title(Input input, LocalDate asAt, UserErrors errors) {
    @Nullable String said = input.text("title");
    return said == null
        ? "Status as at " + asAt
        : WrittenText.read("title", said, LONGEST_TITLE, errors);
  }

  /** A text that may be left out or left blank. */
  private static @Nullable String optional(String field, Input input, UserErrors errors) {
    @Nullable String said = input.text(field);
    return said == null || said.isBlank()
        ? null
        : WrittenText.read(field, said, LONGEST_SOURCE, errors);
  }

  private static IssuePayload payload(Issued issued, UserErrors errors) {
    @Nullable String refusal = issued.refusal();
    if (refusal != null) {
      errors.add("asAt", "NOT_ALLOWED", refusal);
    }
    return new IssuePayload(issued.report(), errors.list());
  }
}
