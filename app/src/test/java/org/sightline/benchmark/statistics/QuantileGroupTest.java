package org.sightline.benchmark.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

class QuantileGroupTest {
  /** Test data of OHID's PHEindicatormethods 2.1, phe_quantile: the first rank of each group. */
  @Example
  void agreesWithTheDepartmentOfHealth() {
    assertThat(firstRanks(150, 7)).containsExactly(1, 23, 44, 66, 87, 109, 130);
    assertThat(firstRanks(12, 10)).containsExactly(1, 3, 4, 5, 6, 7, 9, 10, 11, 12);
  }

  @Property
  void isTheFormulaInExactArithmetic(
      @ForAll @IntRange(min = 1, max = 400) int n, @ForAll @IntRange(min = 1, max = 20) int q) {
    for (int rank = 1; rank <= n; rank++) {
      assertThat(QuantileGroup.of(rank, n, q)).isEqualTo(n < q ? null : formula(rank, n, q));
    }
  }

  @Property
  void coversEveryGroupInOrder(
      @ForAll @IntRange(min = 20, max = 400) int n, @ForAll @IntRange(min = 1, max = 20) int q) {
    List<@Nullable Integer> groups = groups(n, q);

    assertThat(groups.getFirst()).isEqualTo(1);
    assertThat(groups.getLast()).isEqualTo(q);
    assertThat(Set.copyOf(groups)).hasSize(q);
    assertThat(groups).isSorted();
    assertThat(sizes(groups)).allSatisfy(size -> assertThat(size).isBetween(n / q, n / q + 1));
  }

  @Example
  void aRankOutsideIsRefused() {
    assertThatThrownBy(() -> QuantileGroup.of(0, 5, 2))
        .hasMessage("A rank among 5 is from 1 to 5, not 0.");
    assertThatThrownBy(() -> QuantileGroup.of(6, 5, 2))
        .hasMessage("A rank among 5 is from 1 to 5, not 6.");
    assertThatThrownBy(() -> QuantileGroup.of(1, 5, 0))
        .hasMessage("There is at least one group, not 0.");
  }

  private static int formula(int rank, int n, int q) {
    return q
        + 1
        - BigDecimal.valueOf(n + 1L - rank)
            .multiply(BigDecimal.valueOf(q))
            .divide(BigDecimal.valueOf(n), 0, RoundingMode.CEILING)
            .intValue();
  }

  private static List<@Nullable Integer> groups(int n, int q) {
    return IntStream.rangeClosed(1, n)
        .<@Nullable Integer>mapToObj(rank -> QuantileGroup.of(rank, n, q))
        .toList();
  }

  private static List<Integer> firstRanks(int n, int q) {
    List<@Nullable Integer> groups = groups(n, q);
    return IntStream.rangeClosed(1, q).mapToObj(group -> groups.indexOf(group) + 1).toList();
  }

  private static Iterable<Integer> sizes(List<@Nullable Integer> groups) {
    return groups.stream()
        .collect(
            Collectors.groupingBy(group -> String.valueOf(group), Collectors.summingInt(_ -> 1)))
        .values();
  }
}
