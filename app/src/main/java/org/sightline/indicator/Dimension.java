package org.sightline.indicator;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A named way in which an indicator is divided, with its members by name. */
public record Dimension(String name, List<String> members) {
  public Dimension {
    members = List.copyOf(members);
  }

  /** The dimensions that some breakdowns have, by name. */
  public static List<Dimension> of(Collection<Breakdown> breakdowns) {
    Map<String, TreeSet<String>> members = new TreeMap<>();
    breakdowns.stream()
        .flatMap(breakdown -> breakdown.members().entrySet().stream())
        .forEach(
            member ->
                members
                    .computeIfAbsent(member.getKey(), name -> new TreeSet<>())
                    .add(member.getValue()));
    return members.entrySet().stream()
        .map(entry -> new Dimension(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }
}
