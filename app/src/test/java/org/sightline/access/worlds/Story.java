package org.sightline.access.worlds;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sightline.TestSightline;
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
import org.sightline.tenancy.Viewer;

/**
 * Three councils, 1 to 3, each with a data owner and figures for two years that are shared where
 * something is agreed, and two instances of the service on one database.
 */
final class Story implements AutoCloseable {
  private static final Terms WHOLE =
      new Terms(Set.of(Dataset.INDICATORS), Set.of(), null, null, Validity.LIVE);

  private final WorldDatabase database = new WorldDatabase();
  private final TestSightline second = database.sightline().another(Map.of());
  private final Map<Integer, String> codes = database.councils();
  private final List<Organisation> councils =
      IntStream.rangeClosed(1, 3)
          .mapToObj(
              id -> new Organisation(id, "COUNCIL", List.copyOf(codes.keySet()).get(id - 1), true))
          .toList();

  Story() throws SQLException {}

  WorldDatabase database() {
    return database;
  }

  /** Begins with an agreement, 100, of council 1 with council 2. */
  void beginWithAnAgreement() throws SQLException {
    Agreement agreement =
        new Agreement(100, councils.get(0), councils.get(1), 0, WHOLE, true, true, false);
    database.hold(world(List.of(agreement), List.of(), Access.SHARED));
  }

  /**
   * Begins with a protocol, 200, that all three have signed, as the parties 201 to 203.
   *
   * @param ofTheSecond the class of council 2's figures
   */
  void beginWithAProtocol(boolean isReciprocal, Access ofTheSecond) throws SQLException {
    List<Party> parties =
        councils.stream().map(one -> new Party(200 + one.id(), one, true, false)).toList();
    Protocol protocol = new Protocol(200, councils.get(2), WHOLE, isReciprocal, parties);
    database.hold(world(List.of(), List.of(protocol), ofTheSecond));
  }

  private World world(List<Agreement> agreements, List<Protocol> protocols, Access ofTheSecond)
      throws SQLException {
    int indicator = Objects.requireNonNull(database.indicators().get(WorldDatabase.RE_REFERRALS));
    return new World(
        0,
        councils,
        councils.stream()
            .map(
                one ->
                    new Person(one.id(), one, List.of("analyst", "data-owner"), Standing.LIVE, 0))
            .toList(),
        agreements,
        protocols,
        councils.stream()
            .map(one -> edition(one, indicator, one.id() == 2 ? ofTheSecond : Access.SHARED))
            .toList(),
        Records.NONE);
  }

  private static Edition edition(Organisation council, int indicator, Access access) {
    return new Edition(
        council.id(),
        council,
        access,
        Stream.of(Years.Y2023, Years.Y2024)
            .map(year -> new Cell(indicator, year, List.of(figure(council, year))))
            .toList());
  }

  private static Figure figure(Organisation council, Years year) {
    return new Figure(
        council.id() * 10_000 + year.year(),
        Objects.requireNonNull(council.area()),
        0,
        BigDecimal.valueOf(council.id()));
  }

  /** The years of a council's figures that both instances show to the data owner of another. */
  Set<Integer> yearsOf(int council, int viewer) {
    Set<Integer> first = yearsOf(database.sightline(), council, viewer);
    Set<Integer> other = yearsOf(second, council, viewer);
    if (!first.equals(other)) {
      throw new AssertionError("One instance shows %s, the other %s".formatted(first, other));
    }
    return first;
  }

  /** The code of the error that a data owner meets with the simplest question. */
  String errorOf(int viewer) {
    return second
        .answer(new Viewer("person-" + viewer), "{ regions { code } }")
        .at("/errors/0/extensions/code")
        .asText();
  }

  private Set<Integer> yearsOf(TestSightline sightline, int council, int viewer) {
    String document =
        "{ trend(council: \"%s\", indicator: \"%s\") { points { period { year } value } } }"
            .formatted(codes.get(councils.get(council - 1).area()), WorldDatabase.RE_REFERRALS);
    Set<Integer> years = new TreeSet<>();
    sightline
        .answer(new Viewer("person-" + viewer), document)
        .at("/data/trend/points")
        .forEach(
            point -> {
              if (!point.get("value").isNull()) {
                years.add(point.at("/period/year").asInt());
              }
            });
    return years;
  }

  @Override
  public void close() throws SQLException {
    second.close();
    database.close();
  }
}
