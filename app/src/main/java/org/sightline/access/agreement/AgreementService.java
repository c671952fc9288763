package org.sightline.access.agreement;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;

/** The agreements in the viewer's sight. */
@Singleton
class AgreementService {
  /** The root field of the list. */
  static final String LIST = "sharingAgreements";

  private final AgreementStore store;

  AgreementService(AgreementStore store) {
    this.store = store;
  }

  /**
   * One page, the newest first.
   *
   * @param states null for all
   */
  Connection<SharingAgreement> page(@Nullable List<String> states, PageRequest page) {
    Member _ = BoundViewer.current().requireMember();
    @Nullable OffsetDateTime before = page.after().map(Cursor::at).orElse(null);
    int beforeKey = page.after().map(Cursor::number).orElse(Integer.MAX_VALUE);
    List<SharingAgreement> read = store.page(states, before, beforeKey, page.toRead());
    return Connection.of(page, read, AgreementService::cursor, () -> store.count(states));
  }

  /** Some agreements by key; those out of sight are left out. */
  Map<Integer, SharingAgreement> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream()
        .collect(Collectors.toMap(SharingAgreement::key, Function.identity()));
  }

  /** The agreement of a key, where it is in sight. */
  Optional<SharingAgreement> find(int key) {
    return Optional.ofNullable(byKey(List.of(key)).get(key));
  }

  private static Cursor cursor(SharingAgreement agreement) {
    return new Cursor(LIST, agreement.proposedAt(), String.valueOf(agreement.key()));
  }
}
