package org.sightline.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Zero or more named dimensions with one member each; none is the whole.
 *
 * @param members the member by dimension
 */
public record Breakdown(SortedMap<String, String> members) {
  /** No dimension: the whole. */
  public static final Breakdown WHOLE = new Breakdown(new TreeMap<>());

  public Breakdown {
    members = new TreeMap<>(members);
  }

  /** From the text that names it in the database: age=19-21;activity=training, or empty. */
  public static Breakdown ofCode(String code) {
    return new Breakdown(
        Arrays.stream(code.split(";", -1))
            .filter(part -> !part.isEmpty())
            .map(part -> part.split("=", 2))
            .collect(
                Collectors.toMap(
                    part -> part[0], part -> part[1], (one, other) -> other, TreeMap::new)));
  }

  /** With some dimensions replaced or added. */
  public Breakdown with(Map<String, String> others) {
    SortedMap<String, String> all = new TreeMap<>(members);
    all.putAll(others);
    return new Breakdown(all);
  }

  /** The text that names it in the database: dimensions by name, empty for the whole. */
  public String code() {
    return members.entrySet().stream()
        .map(member -> member.getKey() + "=" + member.getValue())
        .collect(Collectors.joining(";"));
  }

  /** One member of one dimension. */
  public record Member(String dimension, String member) {}

  /** The members, by dimension. */
  public List<Member> list() {
    return members.entrySet().stream()
        .map(entry -> new Member(entry.getKey(), entry.getValue()))
        .toList();
  }
}
