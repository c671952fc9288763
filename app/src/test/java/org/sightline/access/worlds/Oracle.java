package org.sightline.access.worlds;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.access.worlds.World.Access;
import org.sightline.access.worlds.World.Agreement;
import org.sightline.access.worlds.World.Cell;
import org.sightline.access.worlds.World.Edition;
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
 * Says what one viewer of a world may see, from the rules alone: published, or one's own, or shared
 * by a grant that holds now and covers it.
 */
final class Oracle {
  private final World world;
  private final boolean isBound;
  private final Optional<Person> member;

  /**
   * A viewer.
   *
   * @param subject of the token; blank where no viewer is bound at all
   */
  Oracle(World world, String subject) {
    this.world = world;
    this.isBound = !subject.isBlank();
    this.member =
        world.people().stream()
            .filter(person -> person.standing() == Standing.LIVE)
            .filter(person -> person.subject().equals(subject))
            .findAny();
  }

  /** Whether it sees the figures of an indicator and period of an edition. */
  boolean sees(Edition edition, Cell cell) {
    return isOpen(edition) || isGranted(edition, terms -> covers(terms, cell), cell);
  }

  /** Whether it sees that there is such an edition: where it sees a part. */
  boolean sees(Edition edition) {
    return edition.cells().stream().anyMatch(cell -> sees(edition, cell));
  }

  /** Whether it sees the whole of an edition, whatever is in it: only then its files. */
  boolean seesWhole(Edition edition) {
    return isOpen(edition)
        || (edition.access() == Access.SHARED
            && edition.owner() != null
            && isGrantedWhole(edition.owner(), Dataset.INDICATORS, () -> false));
  }

  private boolean isOpen(Edition edition) {
    return isOpen(edition.owner(), edition.access());
  }

  /** Whether it sees something of a class, whatever is agreed. */
  boolean isOpen(@Nullable Organisation owner, Access access) {
    return isBound && (access.isPublic() || (owner != null && isOf(owner)));
  }

  /** Whether it is a member of an organisation. */
  boolean isOf(Organisation organisation) {
    return member.filter(person -> person.organisation().equals(organisation)).isPresent();
  }

  /** Whether its organisation is the council of an area. */
  boolean isOfArea(int area) {
    return member.filter(person -> Objects.equals(person.organisation().area(), area)).isPresent();
  }

  /**
   * Whether an organisation shares the whole of a dataset with it.
   *
   * @param hasReleased whether the viewer has released what a reciprocal protocol asks for
   */
  boolean isGrantedWhole(Organisation owner, Dataset dataset, BooleanSupplier hasReleased) {
    return agreementsFrom(owner, dataset).anyMatch(one -> one.terms().coversWhole())
        || protocolsWith(owner, dataset)
            .filter(one -> one.terms().coversWhole())
            .anyMatch(one -> !one.isReciprocal() || hasReleased.getAsBoolean());
  }

  private boolean isMine(Edition edition) {
    return edition.owner() != null && isOf(edition.owner());
  }

  private boolean isGranted(Edition edition, Predicate<Terms> covers, Cell cell) {
    if (edition.access() != Access.SHARED || edition.owner() == null) {
      return false;
    }
    return agreementsFrom(edition.owner(), Dataset.INDICATORS)
            .anyMatch(one -> covers.test(one.terms()))
        || protocolsWith(edition.owner(), Dataset.INDICATORS)
            .filter(one -> covers.test(one.terms()))
            .anyMatch(one -> !one.isReciprocal() || hasReleased(cell));
  }

  private Stream<Agreement> agreementsFrom(Organisation owner, Dataset dataset) {
    return world.agreements().stream()
        .filter(one -> owner.equals(one.owner()) && isForMe(one))
        .filter(one -> one.isSignedByOwner() && one.isSignedByRecipient() && !one.isRevoked())
        .filter(one -> holds(one.terms(), dataset));
  }

  private boolean isForMe(Agreement agreement) {
    return member
        .filter(person -> person.organisation().equals(agreement.recipient()))
        .filter(person -> agreement.person() == 0 || isNamed(person, agreement))
        .isPresent();
  }

  /** Whom the DfE has named must be its adviser still. */
  private static boolean isNamed(Person person, Agreement agreement) {
    return agreement.person() == person.id()
        && (!person.organisation().isDfe() || person.has("adviser"));
  }

  private Stream<Protocol> protocolsWith(Organisation owner, Dataset dataset) {
    return world.protocols().stream()
        .filter(one -> member.filter(me -> takesPart(one, me.organisation())).isPresent())
        .filter(one -> takesPart(one, owner))
        .filter(one -> holds(one.terms(), dataset));
  }

  private static boolean takesPart(Protocol protocol, Organisation organisation) {
    return protocol.parties().stream()
        .filter(Party::takesPart)
        .anyMatch(party -> party.organisation().equals(organisation));
  }

  private static boolean holds(Terms terms, Dataset dataset) {
    return terms.datasets().contains(dataset) && terms.validity() == Validity.LIVE;
  }

  private static boolean covers(Terms terms, Cell cell) {
    return (terms.indicators().isEmpty() || terms.indicators().contains(cell.indicator()))
        && (terms.from() == null || !cell.period().startsOn().isBefore(terms.from()))
        && (terms.to() == null || !cell.period().endsOn().isAfter(terms.to()));
  }

  /** An empty gesture, all of whose figures are missing, is no release. */
  private boolean hasReleased(Cell asked) {
    return world.editions().stream()
        .filter(edition -> isMine(edition))
        .filter(edition -> edition.access() == Access.SHARED || edition.access().isPublic())
        .flatMap(edition -> edition.cells().stream())
        .anyMatch(
            cell ->
                cell.hasValue()
                    && cell.indicator() == asked.indicator()
                    && cell.period() == asked.period());
  }

  /**
   * What it is shown of an indicator: for each year and area of the world that has any figure, the
   * value or that it is missing. What the newest official edition says of an area stands; where it
   * says nothing, the newest of the area's council does.
   */
  Map<String, String> figures(int indicator) {
    Map<String, String> figures = new TreeMap<>();
    for (Years year : Years.values()) {
      world.organisations().stream()
          .filter(Organisation::isCouncil)
          .forEach(council -> fill(figures, council, newest(council, indicator, year), year));
      fill(figures, null, newest(null, indicator, year), year);
    }
    return figures;
  }

  private Optional<Cell> newest(@Nullable Organisation owner, int indicator, Years year) {
    return world.editions().stream()
        .filter(edition -> Objects.equals(edition.owner(), owner))
        .sorted(Comparator.comparing(WorldSql::publishedOn).thenComparing(Edition::id).reversed())
        .flatMap(
            edition ->
                edition.cells().stream()
                    .filter(cell -> cell.indicator() == indicator && cell.period() == year)
                    .filter(cell -> sees(edition, cell)))
        .findFirst();
  }

  /** Official figures come last, and stand. */
  private static void fill(
      Map<String, String> figures, @Nullable Organisation owner, Optional<Cell> cell, Years year) {
    cell.stream()
        .flatMap(one -> one.figures().stream())
        .filter(figure -> figure.breakdown() == 0)
        .filter(figure -> owner == null || Objects.equals(owner.area(), figure.area()))
        .forEach(
            figure ->
                figures.put(
                    year.year() + " " + figure.area(),
                    figure.value() == null
                        ? "missing"
                        : figure.value().stripTrailingZeros().toPlainString()));
  }

  /** The world without anything that it may not see. */
  World visible() {
    return new World(
        world.seed(),
        world.organisations(),
        world.people().stream().filter(this::isKept).toList(),
        world.agreements().stream()
            .filter(one -> member.filter(me -> isPartyTo(me, one)).isPresent())
            .toList(),
        member.map(me -> protocolsOf(me.organisation())).orElse(List.of()),
        world.editions().stream().filter(this::sees).map(this::visiblePart).toList(),
        new RecordsOracle(this, world.records()).visible());
  }

  /**
   * The first of each organisation stays, and who is named: somebody must have signed what is seen.
   */
  private boolean isKept(Person person) {
    return world.agreements().stream().anyMatch(one -> one.person() == person.id())
        || member.filter(me -> knows(me, person)).isPresent()
        || world.people().stream()
            .filter(one -> one.organisation().equals(person.organisation()))
            .findFirst()
            .filter(person::equals)
            .isPresent();
  }

  private List<Protocol> protocolsOf(Organisation mine) {
    return world.protocols().stream()
        .filter(one -> isPartyTo(mine, one))
        .map(one -> knownPart(mine, one))
        .toList();
  }

  private Edition visiblePart(Edition edition) {
    return new Edition(
        edition.id(),
        edition.owner(),
        edition.access(),
        edition.cells().stream().filter(cell -> sees(edition, cell)).toList());
  }

  /** The organisation of the viewer, 0 where it is no member. */
  int organisation() {
    return member.map(me -> me.organisation().id()).orElse(0);
  }

  /** Every guarded row that it may see, as "table key". */
  Set<String> rows() {
    Set<String> rows = new TreeSet<>();
    world.editions().forEach(edition -> addEdition(rows, edition));
    rows.addAll(new RecordsOracle(this, world.records()).rows());
    if (isBound) {
      addOfficial(rows);
    }
    member.ifPresent(person -> addAmongMembers(rows, person));
    return rows;
  }

  /** The dictionary under an embargo is seen by nobody. */
  private static void addOfficial(Set<String> rows) {
    Stream.of(
            "dictionary_entry ",
            "edition ",
            "indicator_target ",
            "release ",
            "scheme_status ",
            "status_scheme ")
        .forEach(table -> rows.add(table + WorldSql.OFFICIAL));
  }

  private void addEdition(Set<String> rows, Edition edition) {
    if (sees(edition)) {
      rows.add("edition " + edition.id());
      rows.add("release " + edition.id());
    }
    if (seesWhole(edition)) {
      rows.add("source_file " + edition.id());
    }
    if (isMine(edition)) {
      rows.add("access_class_change " + edition.id());
    }
    edition.cells().stream()
        .filter(cell -> sees(edition, cell))
        .forEach(cell -> addCell(rows, edition, cell));
  }

  private static void addCell(Set<String> rows, Edition edition, Cell cell) {
    String key = edition.id() + "-" + cell.indicator() + "-" + cell.period().id();
    rows.add("edition_coverage " + key);
    cell.figures()
        .forEach(
            figure -> {
              rows.add("edition_breakdown " + key + "-" + figure.breakdown());
              rows.add("observation " + figure.id());
            });
  }

  private void addAmongMembers(Set<String> rows, Person me) {
    Organisation mine = me.organisation();
    world.organisations().stream()
        .filter(one -> one.isOnboarded() || one.equals(mine) || me.has("operator"))
        .forEach(one -> rows.add("organisation " + one.id()));
    world.organisations().stream()
        .filter(one -> one.kind().equals("REGIONAL_BODY"))
        .forEach(one -> addBody(rows, one));
    rows.add("indicator_target " + mine.id());
    rows.add("saved_group " + mine.id());
    rows.add("import_run " + mine.id());
    rows.add("import_rejection " + mine.id());
    if (me.has("data-owner")) {
      rows.add("access_log " + mine.id());
    }
    world.people().stream()
        .filter(one -> knows(me, one))
        .forEach(one -> rows.add("member " + one.id()));
    world.agreements().stream()
        .filter(one -> isPartyTo(me, one))
        .forEach(one -> addAgreement(rows, one));
    world.protocols().stream()
        .filter(one -> isPartyTo(mine, one))
        .forEach(one -> addProtocol(rows, mine, one));
  }

  /** Whoever takes part knows the bodies, which are all onboarded, and whom each is for. */
  private void addBody(Set<String> rows, Organisation body) {
    world.organisations().stream()
        .filter(Organisation::isCouncil)
        .forEach(council -> rows.add("regional_body_council " + body.id() + "-" + council.area()));
  }

  private static boolean knows(Person me, Person other) {
    return other.organisation().equals(me.organisation())
        || (me.has("data-owner") && other.has("adviser") && other.standing() != Standing.REVOKED)
        || (me.has("operator")
            && (other.invitedBy() == me.id() || !other.organisation().isOnboarded()));
  }

  private static boolean isPartyTo(Person me, Agreement agreement) {
    boolean isToMe =
        agreement.person() == 0 || agreement.person() == me.id() || me.has("data-owner");
    return agreement.owner().equals(me.organisation())
        || (agreement.recipient().equals(me.organisation()) && isToMe);
  }

  private static void addAgreement(Set<String> rows, Agreement agreement) {
    rows.add("sharing_agreement " + agreement.id());
    if (agreement.isSignedByOwner()) {
      rows.add("sharing_agreement_signature " + agreement.id() + "-" + agreement.owner().id());
    }
    if (agreement.isSignedByRecipient()) {
      rows.add("sharing_agreement_signature " + agreement.id() + "-" + agreement.recipient().id());
    }
  }

  private static boolean isPartyTo(Organisation mine, Protocol protocol) {
    return protocol.convenor().equals(mine)
        || protocol.parties().stream().anyMatch(party -> party.organisation().equals(mine));
  }

  private static void addProtocol(Set<String> rows, Organisation mine, Protocol protocol) {
    rows.add("sharing_protocol " + protocol.id());
    knownParties(mine, protocol).forEach(party -> rows.add("sharing_protocol_party " + party.id()));
  }

  /** Who has left knows the text, and of the parties only itself. */
  private static List<Party> knownParties(Organisation mine, Protocol protocol) {
    boolean isIn =
        protocol.convenor().equals(mine)
            || protocol.parties().stream()
                .anyMatch(party -> party.organisation().equals(mine) && !party.hasLeft());
    return protocol.parties().stream()
        .filter(party -> isIn || party.organisation().equals(mine))
        .toList();
  }

  private static Protocol knownPart(Organisation mine, Protocol protocol) {
    return new Protocol(
        protocol.id(),
        protocol.convenor(),
        protocol.terms(),
        protocol.isReciprocal(),
        knownParties(mine, protocol));
  }
}
