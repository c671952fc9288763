package org.sightline.graphql.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a page says of itself when some of its places have no item. */
class ConnectionTest {
  private final AtomicInteger counted = new AtomicInteger();
  private final Cursors cursors =
      new Cursors(new CursorKeys(null, null), new ListQuestion("list", "digest"));

  @Test
  void aPlaceWithoutAnItemCountsForWhetherAndFromWhereItGoesOn() {
    Connection<String> page = page(3, 4, "1", "2");

    assertThat(page.edges()).extracting(Edge::node).containsExactly("1", "2");
    assertThat(page.pageInfo().hasNextPage()).isTrue();
    assertThat(page.pageInfo().endCursor()).isEqualTo(cursor(3));
  }

  @Test
  void aPageWithoutAnyItemStillGoesOn() {
    Connection<String> page = page(2, 3);

    assertThat(page.edges()).isEmpty();
    assertThat(page.pageInfo()).isEqualTo(new PageInfo(true, false, cursor(1), cursor(2)));
  }

  @Test
  void theLastPageEndsThoughItsLastPlaceHasNoItem() {
    assertThat(page(3, 3, "1").pageInfo())
        .isEqualTo(new PageInfo(false, false, cursor(1), cursor(3)));
  }

  @Test
  void whatIsMadeOfItemsKeepsTheirPlaces() {
    Connection<Integer> made =
        page(3, 4, "1", "2").map(item -> item.equals("1") ? Optional.empty() : Optional.of(20));

    assertThat(made.edges()).containsExactly(new Edge<>(cursor(2), 20));
    assertThat(made.pageInfo()).isEqualTo(new PageInfo(true, false, cursor(1), cursor(3)));
  }

  @Test
  void theTotalIsCountedWhenItIsAskedForAndThenOnce() {
    Connection<String> page = page(1, 1, "1");
    assertThat(counted).hasValue(0);

    assertThat(page.total().getAsLong()).isEqualTo(7);
    assertThat(page.map(Optional::of).total().getAsLong()).isEqualTo(7);
    assertThat(page.total().getAsLong()).isEqualTo(7);
    assertThat(counted).hasValue(1);
  }

  /** A page of places from 1 on, of which some have items. */
  private Connection<String> page(int first, int places, String... items) {
    return Connection.of(
        new PageRequest(first, Optional.empty(), cursors),
        IntStream.rangeClosed(1, places).boxed().toList(),
        place -> new Cursor("list", String.valueOf(place)),
        place -> Optional.of(String.valueOf(place)).filter(List.of(items)::contains),
        () -> {
          counted.incrementAndGet();
          return 7;
        });
  }

  private String cursor(int place) {
    return cursors.text(new Cursor("list", String.valueOf(place)));
  }
}
