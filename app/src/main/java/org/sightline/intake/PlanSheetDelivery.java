package org.sightline.intake;

import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Member;

/**
 * A sheet of a council's own plan. It is part of no release: who sees it is who sees the plan.
 *
 * @param member who brings it, for the actions' history
 * @param organisationId the member's
 * @param content how its rows are read and written
 */
record PlanSheetDelivery(
    PlanSheetRequest request,
    SheetPlan plan,
    Member member,
    int organisationId,
    PlanSheetContent content)
    implements Delivery {
  /** The largest plans have some hundreds of actions. */
  static final int MOST_ROWS = 10_000;

  @Override
  public String mapping() {
    return request.layout().code();
  }

  @Override
  public Belonging belonging() {
    return new Belonging(organisationId, AccessClass.COUNCIL_ONLY, null);
  }

  @Override
  public @Nullable String release() {
    return null;
  }

  @Override
  public long mostRejections() {
    return MOST_ROWS;
  }

  @Override
  public String sheet() {
    return "plan";
  }
}
