package org.sightline.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Zero or more named dimensions with one member each; none is the whole. The member {@link #TOTAL}
 * asks for all of a dimension: no figure has it.
 *
 * @param members the member by dimension
 */
public record Breakdown(SortedMap<String, String> members) {
  /** The word that stands for all members of a dimension; no member may be called so. */
  public static final String TOTAL = "total";

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

  /** Without one of its dimensions. */
  public Breakdown without(String dimension) {
    SortedMap<String, String> others = new TreeMap<>(members);
    others.remove(dimension);
    return new Breakdown(others);
  }

  /** The dimensions of which all is asked for. */
  public List<String> totalled() {
    return members.entrySet().stream()
        .filter(member -> member.getValue().equals(TOTAL))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** All of those dimensions, to be laid over others. */
  public Map<String, String> totals() {
    return totalled().stream().collect(Collectors.toMap(Function.identity(), _ -> TOTAL));
  }

  /**
   * The text that names its figures in the database: dimensions by name, empty for the whole. All
   * of a dimension is what has no such dimension.
   */
  public String code() {
    return words("=", ";");
  }

  /** For sentences, such as age 19-21 and sex F. */
  public String words() {
    return words(" ", " and ");
  }

  private String words(String between, String separator) {
    return members.entrySet().stream()
        .filter(member -> !member.getValue().equals(TOTAL))
        .map(member -> member.getKey() + between + member.getValue())
        .collect(Collectors.joining(separator));
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
