package org.sightline.council;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
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

  /** Every council there has been since 2009, by name. */
  public List<Council> councils() {
    return all(Council.class).sorted(Comparator.comparing(Council::name)).toList();
  }

  /** The councils that exist on a day, by name. */
  public List<Council> councilsOn(LocalDate day) {
    return councils().stream().filter(council -> council.existsOn(day)).toList();
  }

  /** Every region, parts of London included, by code. */
  public List<Region> regions() {
    return all(Region.class).sorted(Comparator.comparing(Region::code)).toList();
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
  public boolean liesIn(Council council, Region region) {
    return council.regionKey() == region.key() || regionOf(council).key() == region.key();
  }

  private <T extends Area> Stream<T> all(Class<T> kind) {
    return byKey.values().stream().filter(kind::isInstance).map(kind::cast);
  }
}
