package org.sightline.council;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All areas as one snapshot knows them: some two hundred, so they are read together. */
public final class Areas {
  private final Map<Integer, Area> byKey = new LinkedHashMap<>();

  Areas(Collection<? extends Area> areas) {
    areas.forEach(area -> byKey.put(area.key(), area));
  }

  /**
   * The area of a key.
   *
   * @throws NoSuchElementException when there is none
   */
  public Area get(int key) {
    return find(key).orElseThrow(() -> new NoSuchElementException("No area " + key));
  }

  /** The area of a key, if there is one. */
  public Optional<Area> find(int key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * The council of a key.
   *
   * @throws NoSuchElementException when there is none, or it is another kind of area
   */
  public Council council(int key) {
    return find(key)
        .filter(Council.class::isInstance)
        .map(Council.class::cast)
        .orElseThrow(() -> new NoSuchElementException("No council " + key));
  }

  /** England. */
  public Country england() {
    return all(Country.class).findFirst().orElseThrow();
  }

  /** Every real council there has been since 2009, by name. */
  public List<Council> councils() {
    return councils(false);
  }

  /** Every real council, or every one that was made up for the demonstration, by name. */
  public List<Council> councils(boolean generated) {
    return all(Council.class)
        .filter(council -> council.generated() == generated)
        .sorted(Comparator.comparing(Council::name))
        .toList();
  }

  /**
   * Every council with which some, all real or all made up, may be put side by side: the real ones
   * of England, or those made up for the same regions.
   */
  public List<Council> comparableWith(Collection<Council> some) {
    if (some.stream().noneMatch(Council::generated)) {
      return councils();
    }
    Set<Integer> regions = some.stream().map(Council::regionKey).collect(Collectors.toSet());
    return councils(true).stream()
        .filter(council -> regions.contains(council.regionKey()))
        .toList();
  }

  /** Whether two areas are both real, or both made up for the demonstration. */
  boolean areComparable(int key, int otherKey) {
    return get(key).generated() == get(otherKey).generated();
  }

  /** The councils of a region, or of the region that this is a part of, by name. */
  public List<Council> councilsOf(Region region) {
    return councils(region.generated()).stream()
        .filter(council -> liesIn(council, region))
        .toList();
  }

  /** Every real region, parts of London included, by code. */
  public List<Region> regions() {
    return regions(false);
  }

  /** Every real region, or every one that was made up for the demonstration, by code. */
  public List<Region> regions(boolean generated) {
    return all(Region.class)
        .filter(region -> region.generated() == generated)
        .sorted(Comparator.comparing(Region::code))
        .toList();
  }

  /** Every joint return. */
  public List<JointReturn> jointReturns() {
    return all(JointReturn.class).toList();
  }

  /** The one of the nine regions in which a council lies. */
  public Region regionOf(Council council) {
    Region nearest = (Region) get(council.regionKey());
    Integer whole = nearest.partOf();
    return whole == null ? nearest : (Region) get(whole);
  }

  /** Inner or Outer London for a London council, otherwise null. */
  public @Nullable Region subregionOf(Council council) {
    Region nearest = (Region) get(council.regionKey());
    return nearest.partOf() == null ? null : nearest;
  }

  /** Whether a council lies in a region, or in the region that this is a part of. */
  boolean liesIn(Council council, Region region) {
    return council.regionKey() == region.key() || regionOf(council).key() == region.key();
  }

  private <T extends Area> Stream<T> all(Class<T> kind) {
    return byKey.values().stream().filter(kind::isInstance).map(kind::cast);
  }
}
