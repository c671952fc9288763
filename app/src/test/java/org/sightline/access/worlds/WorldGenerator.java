package org.sightline.access.worlds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Agreement;
import org.sightline.access.worlds.World.Cell;
import org.sightline.access.worlds.World.Edition;
import org.sightline.access.worlds.World.Figure;
import org.sightline.access.worlds.World.Organisation;
import org.sightline.access.worlds.World.Party;
import org.sightline.access.worlds.World.Person;
import org.sightline.access.worlds.World.Protocol;
import org.sightline.access.worlds.World.Standing;
import org.sightline.access.worlds.World.Terms;
import org.sightline.access.worlds.World.Validity;
import org.sightline.access.worlds.World.Years;
import org.sightline.tenancy.Dataset;

/**
 * Invents worlds, the same of the same seed. Most of what is agreed holds, so that much is seen.
 */
final class WorldGenerator {
  private static final Set<Access> OF_OFFICIALS =
      EnumSet.of(Access.PUBLISHED, Access.EMBARGO_OVER, Access.EMBARGOED);

  private final Random random;
  private final List<Integer> areas;
  private final List<Integer> indicators;
  private final List<Organisation> organisations = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private int lastId;

  private WorldGenerator(long seed, List<Integer> areas, List<Integer> indicators) {
    this.random = new Random(seed);
    this.areas = areas;
    this.indicators = indicators;
  }

  /**
   * The world of a seed.
   *
   * @param areas councils that may take part
   * @param indicators that figures may be of
   */
  static World world(long seed, List<Integer> areas, List<Integer> indicators) {
    return new WorldGenerator(seed, areas, indicators).invent(seed);
  }

  private World invent(long seed) {
    List<Integer> shuffled = new ArrayList<>(areas);
    Collections.shuffle(shuffled, random);
    shuffled.subList(0, 3 + random.nextInt(2)).forEach(area -> organise("COUNCIL", area, true));
    organise("REGIONAL_BODY", null, true);
    organise("DFE", null, true);
    organise("OPERATOR", null, true);
    organise("COUNCIL", shuffled.getLast(), false);
    organisations.forEach(this::populate);
    return new World(
        seed,
        List.copyOf(organisations),
        List.copyOf(people),
        times(4 + random.nextInt(5), this::agreement),
        times(1 + random.nextInt(2), this::protocol),
        times(8 + random.nextInt(5), this::edition),
        new RecordsGenerator(random, () -> ++lastId, organisations).invent());
  }

  private void organise(String kind, @Nullable Integer area, boolean isOnboarded) {
    organisations.add(new Organisation(organisations.size() + 1, kind, area, isOnboarded));
  }

  private void populate(Organisation organisation) {
    if (!organisation.isOnboarded()) {
      int operator = people.getLast().invitedBy();
      admit(organisation, List.of("analyst", "data-owner"), Standing.INVITED, operator);
      return;
    }
    int inviter = admit(organisation, firstRoles(organisation), Standing.LIVE, 0);
    if (organisation.kind().equals("OPERATOR")) {
      Organisation guest = organisations.getFirst();
      admit(guest, List.of("analyst", "data-owner"), Standing.INVITED, inviter);
      return;
    }
    admit(organisation, List.of("analyst"), Standing.LIVE, inviter);
    if (chance(40)) {
      admit(organisation, List.of("analyst"), Standing.REVOKED, inviter);
    }
    if (organisation.kind().equals("DFE")) {
      admit(organisation, List.of("adviser"), any(Standing.LIVE, Standing.REVOKED), inviter);
    }
  }

  private static List<String> firstRoles(Organisation organisation) {
    return switch (organisation.kind()) {
      case "OPERATOR" -> List.of("operator");
      case "DFE" -> List.of("analyst", "data-owner");
      default -> List.of("analyst", "contributor", "data-owner");
    };
  }

  private int admit(
      Organisation organisation, List<String> roles, Standing standing, int invitedBy) {
    int id = people.size() + 1;
    people.add(new Person(id, organisation, roles, standing, invitedBy));
    return id;
  }

  private Agreement agreement() {
    Organisation owner = council();
    Organisation recipient = other(owner);
    List<Person> named =
        people.stream()
            .filter(person -> person.organisation().equals(recipient))
            .filter(person -> person.standing() != Standing.INVITED)
            .toList();
    return new Agreement(
        ++lastId,
        owner,
        recipient,
        !named.isEmpty() && chance(25) ? one(named).id() : 0,
        terms(),
        chance(90),
        chance(90),
        chance(10));
  }

  private Protocol protocol() {
    List<Organisation> members = new ArrayList<>(organisations);
    members.removeIf(one -> one.kind().equals("OPERATOR") || !one.isOnboarded());
    Collections.shuffle(members, random);
    List<Party> parties =
        members.subList(0, 2 + random.nextInt(members.size() - 1)).stream()
            .map(member -> new Party(++lastId, member, chance(85), chance(15)))
            .toList();
    return new Protocol(++lastId, one(members), terms(), chance(60), parties);
  }

  private Terms terms() {
    Set<Integer> some = new TreeSet<>();
    if (chance(40)) {
      some.add(one(indicators));
      some.add(one(indicators));
    }
    LocalDate from = chance(25) ? one(List.of(Years.values())).startsOn() : null;
    LocalDate to =
        chance(25) ? one(List.of(Years.values())).endsOn().minusDays(random.nextInt(2)) : null;
    boolean isInOrder = from == null || to == null || !to.isBefore(from);
    return new Terms(datasets(), some, from, isInOrder ? to : null, validity());
  }

  private Set<Dataset> datasets() {
    Set<Dataset> datasets = EnumSet.noneOf(Dataset.class);
    if (chance(90)) {
      datasets.add(Dataset.INDICATORS);
    }
    if (chance(60)) {
      datasets.add(Dataset.INSPECTIONS);
    }
    if (chance(60) || datasets.isEmpty()) {
      datasets.add(Dataset.PLANS);
    }
    return datasets;
  }

  private Validity validity() {
    return chance(80) ? Validity.LIVE : any(Validity.EXPIRED, Validity.NOT_YET);
  }

  private Edition edition() {
    Organisation owner = chance(75) ? council() : null;
    Access access =
        owner == null
            ? one(List.copyOf(OF_OFFICIALS))
            : chance(50) ? Access.SHARED : one(List.of(Access.values()));
    int id = ++lastId;
    List<Cell> cells = new ArrayList<>();
    indicators.forEach(
        indicator ->
            Arrays.stream(Years.values())
                .filter(_ -> chance(40))
                .map(period -> cell(indicator, period, owner))
                .forEach(cells::add));
    if (cells.isEmpty()) {
      cells.add(cell(one(indicators), Years.Y2024, owner));
    }
    return new Edition(id, owner, access, List.copyOf(cells));
  }

  private Cell cell(int indicator, Years period, @Nullable Organisation owner) {
    boolean isEmptyGesture = chance(15);
    List<Figure> figures = new ArrayList<>();
    for (Organisation council : organisations.stream().filter(Organisation::isCouncil).toList()) {
      if (owner != null && !council.equals(owner)) {
        continue;
      }
      int area = Objects.requireNonNull(council.area());
      figures.add(new Figure(++lastId, area, 0, value(isEmptyGesture)));
      if (chance(20)) {
        figures.add(new Figure(++lastId, area, 1, value(isEmptyGesture)));
      }
    }
    return new Cell(indicator, period, List.copyOf(figures));
  }

  private @Nullable BigDecimal value(boolean isMissing) {
    return isMissing || chance(10) ? null : BigDecimal.valueOf(random.nextInt(1000), 1);
  }

  /** Where nobody has signed in yet, nobody has agreed to anything. */
  private Organisation council() {
    return one(organisations.stream().filter(one -> one.isCouncil() && one.isOnboarded()).toList());
  }

  private Organisation other(Organisation owner) {
    return one(
        organisations.stream()
            .filter(one -> !one.equals(owner) && !one.kind().equals("OPERATOR"))
            .filter(Organisation::isOnboarded)
            .toList());
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> things) {
    return things.get(random.nextInt(things.size()));
  }

  private <T> T any(T first, T second) {
    return random.nextBoolean() ? first : second;
  }

  private static <T> List<T> times(int count, Supplier<T> thing) {
    return IntStream.range(0, count).mapToObj(_ -> thing.get()).toList();
  }
}
