package org.sightline.access.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.worlds.Records.Finding;
import org.sightline.access.worlds.Records.Home;
import org.sightline.access.worlds.Records.HomeCount;
import org.sightline.access.worlds.Records.Inspection;
import org.sightline.access.worlds.Records.Intervention;
import org.sightline.access.worlds.Records.Link;
import org.sightline.access.worlds.Records.Plan;
import org.sightline.access.worlds.Records.Review;
import org.sightline.access.worlds.Records.Scheme;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Organisation;

/** Invents what councils and officials of a world know besides figures. */
final class RecordsGenerator {
  private final Random random;
  private final IntSupplier ids;
  private final List<Organisation> councils;
  private final List<Organisation> onboarded;
  private final List<Organisation> authors;

  /**
   * For some organisations.
   *
   * @param ids the next id that nothing in the world has
   */
  RecordsGenerator(Random random, IntSupplier ids, List<Organisation> organisations) {
    this.random = random;
    this.ids = ids;
    councils = organisations.stream().filter(Organisation::isCouncil).toList();
    onboarded = councils.stream().filter(Organisation::isOnboarded).toList();
    authors =
        organisations.stream()
            .filter(one -> one.isDfe() || one.kind().equals("REGIONAL_BODY"))
            .toList();
  }

  Records invent() {
    List<Scheme> schemes = onboarded.stream().map(one -> new Scheme(next(), one)).toList();
    List<Inspection> inspections = times(5 + random.nextInt(4), this::inspection);
    List<Finding> findings =
        times(6 + random.nextInt(4), () -> finding(one(inspections))).stream().toList();
    List<Plan> plans = new ArrayList<>();
    for (int i = 5 + random.nextInt(4); i > 0; i--) {
      plans.add(plan(one(onboarded), schemes, inspections, plans));
    }
    return new Records(
        schemes,
        inspections,
        findings,
        times(3 + random.nextInt(3), this::intervention),
        times(2 + random.nextInt(3), () -> new Home(next(), one(onboarded))),
        times(3 + random.nextInt(3), () -> new HomeCount(next(), one(onboarded), access())),
        times(2 + random.nextInt(3), this::review),
        List.copyOf(plans),
        plans.stream().flatMap(plan -> links(plan, findings).stream()).toList());
  }

  private Inspection inspection() {
    boolean isOfficial = random.nextInt(3) == 0;
    Organisation council = one(isOfficial ? councils : onboarded);
    return new Inspection(
        next(),
        isOfficial ? null : council,
        area(council),
        isOfficial ? Access.PUBLISHED : access(),
        times(random.nextInt(3), this::next));
  }

  /** Of an official inspection, official too or its council's own. */
  private Finding finding(Inspection inspection) {
    @Nullable Organisation owner =
        inspection.owner() != null
            ? inspection.owner()
            : onboarded.stream()
                .filter(one -> area(one) == inspection.area() && random.nextInt(3) > 0)
                .findAny()
                .orElse(null);
    return new Finding(next(), inspection, owner, owner == null ? Access.PUBLISHED : access());
  }

  private Intervention intervention() {
    boolean isOfficial = random.nextInt(3) == 0;
    Organisation council = one(isOfficial ? councils : onboarded);
    return new Intervention(
        next(),
        isOfficial ? null : council,
        area(council),
        isOfficial ? Access.PUBLISHED : access());
  }

  private Review review() {
    return new Review(next(), one(authors), area(one(councils)), random.nextInt(3) > 0);
  }

  private Plan plan(
      Organisation owner, List<Scheme> schemes, List<Inspection> inspections, List<Plan> earlier) {
    List<Inspection> own = inspections.stream().filter(one -> one.area() == area(owner)).toList();
    List<Plan> parents = earlier.stream().filter(one -> one.owner().equals(owner)).toList();
    return new Plan(
        next(),
        owner,
        access(),
        random.nextBoolean()
            ? null
            : schemes.stream().filter(one -> one.owner().equals(owner)).findAny().orElseThrow(),
        maybe(own),
        parents.isEmpty() ? null : Objects.requireNonNull(one(parents)).id(),
        times(1 + random.nextInt(3), this::next),
        random.nextInt(3) > 0);
  }

  /** To findings of any council: one may answer what was found elsewhere. */
  private List<Link> links(Plan plan, List<Finding> findings) {
    return plan.actions().stream()
        .filter(_ -> random.nextInt(3) > 0)
        .map(action -> new Link(one(findings), plan, action))
        .toList();
  }

  /** Half of all is shared, so that much turns on what is agreed. */
  private Access access() {
    return random.nextBoolean() ? Access.SHARED : one(List.of(Access.values()));
  }

  private <T> @Nullable T maybe(List<T> things) {
    return things.isEmpty() || random.nextInt(3) == 0 ? null : one(things);
  }

  private int next() {
    return ids.getAsInt();
  }

  private static int area(Organisation council) {
    return Objects.requireNonNull(council.area());
  }

  private <T> T one(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  private static <T> List<T> times(int count, Supplier<T> thing) {
    return IntStream.range(0, count).mapToObj(_ -> thing.get()).toList();
  }
}
