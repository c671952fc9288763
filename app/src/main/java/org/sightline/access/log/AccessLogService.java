package org.sightline.access.log;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sightline.access.organisation.Organisation;
import org.sightline.access.organisation.OrganisationService;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.Suggestions;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** The own organisation's access log, for its data owners. */
@Singleton
class AccessLogService {
  /** The root field of the list. */
  static final String LIST = "accessLog";

  private final AccessLogStore store;
  private final OrganisationService organisations;

  AccessLogService(AccessLogStore store, OrganisationService organisations) {
    this.store = store;
    this.organisations = organisations;
  }

  /** One page, the newest first. */
  Connection<AccessLogEntry> page(AccessLogFilter filter, PageRequest page) {
    Member _ = BoundViewer.current().require(Role.DATA_OWNER);
    @Nullable OffsetDateTime before = page.after().map(Cursor::at).orElse(null);
    @Nullable UUID beforeKey = page.after().map(Cursor::uuid).orElse(null);
    List<AccessLogEntry> read = store.entries(filter, before, beforeKey, page.toRead());
    return Connection.of(page, read, AccessLogService::cursor, () -> store.count(filter));
  }

  /**
   * Some entries, the newest first.
   *
   * @param last of the part before; null for the first part
   */
  List<AccessLogEntry> part(AccessLogFilter filter, @Nullable AccessLogEntry last, int most) {
    Member _ = BoundViewer.current().require(Role.DATA_OWNER);
    return store.entries(
        filter, last == null ? null : last.at(), last == null ? null : last.key(), most);
  }

  /** The organisations of some entries' readers, by key. */
  Map<Integer, Organisation> readers(List<AccessLogEntry> entries) {
    return organisations.byKey(
        entries.stream().map(AccessLogEntry::readerOrganisationKey).distinct().toList());
  }

  /**
   * The key of a reader's organisation.
   *
   * @throws BadUserInput when no organisation has the code
   */
  int organisationKey(String code) {
    Member _ = BoundViewer.current().require(Role.DATA_OWNER);
    Map<String, Organisation> known = organisations.byCode();
    Organisation found = known.get(code);
    if (found == null) {
      throw new BadUserInput(
          "No organisation has the code '%s'.%s { organisations { code name } } lists them."
              .formatted(code, Suggestions.didYouMean(code, known.keySet())),
          "organisation");
    }
    return found.key();
  }

  private static Cursor cursor(AccessLogEntry entry) {
    return new Cursor(LIST, entry.at(), entry.key().toString());
  }
}
