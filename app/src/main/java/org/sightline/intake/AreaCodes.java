package org.sightline.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every area's dated codes, in memory: a few hundred. Areas are matched by code only, because names
 * vary from file to file.
 */
final class AreaCodes {
  /** What an area is. */
  enum Kind {
    COUNTRY,
    REGION,
    COUNCIL,
    JOINT_RETURN
  }

  /** One code of one area; {@code to} is its last day, null while it holds. */
  record AreaCode(
      int areaId, Kind kind, String scheme, String code, LocalDate from, @Nullable LocalDate to) {
    boolean holdsOn(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }

  private final Map<String, List<AreaCode>> official = new HashMap<>();
  private final Map<String, List<AreaCode>> numbers = new HashMap<>();

  AreaCodes(Collection<AreaCode> codes) {
    for (AreaCode code : codes) {
      Map<String, List<AreaCode>> scheme = code.scheme().equals("ONS") ? official : numbers;
      scheme.computeIfAbsent(code.code(), any -> new ArrayList<>()).add(code);
    }
  }

  /** The country or region of an official code. */
  Optional<Integer> find(Kind kind, String code) {
    return official.getOrDefault(code, List.of()).stream()
        .filter(one -> one.kind() == kind)
        .map(AreaCode::areaId)
        .findFirst();
  }

  /**
   * Every council or joint return that ever had the official code: files carry codes back in time.
   */
  Set<Integer> councilsByOfficialCode(String code) {
    return councils(official.getOrDefault(code, List.of()));
  }

  /** Every council or joint return that ever had the three-digit number. */
  Set<Integer> councilsByNumber(String number) {
    return councils(numbers.getOrDefault(number, List.of()));
  }

  /** Those that had the three-digit number on that day. */
  Set<Integer> councilsByNumber(String number, LocalDate day) {
    return councils(
        numbers.getOrDefault(number, List.of()).stream().filter(one -> one.holdsOn(day)).toList());
  }

  /** Those that had the official code on that day. */
  Set<Integer> councilsByOfficialCode(String code, LocalDate day) {
    return councils(
        official.getOrDefault(code, List.of()).stream().filter(one -> one.holdsOn(day)).toList());
  }

  private static Set<Integer> councils(List<AreaCode> codes) {
    Set<Integer> ids = new HashSet<>();
    for (AreaCode code : codes) {
      if (code.kind() == Kind.COUNCIL || code.kind() == Kind.JOINT_RETURN) {
        ids.add(code.areaId());
      }
    }
    return ids;
  }
}
