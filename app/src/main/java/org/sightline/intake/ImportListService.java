package org.sightline.intake;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.connection.Connection;
import org.sightline.graphql.connection.Cursor;
import org.sightline.graphql.connection.PageRequest;
import org.sightline.tenancy.BoundViewer;

/** The own organisation's imports, for its members. */
@Singleton
class ImportListService {
  /** The root field of the list. */
  static final String LIST = "imports";

  private final ImportStore store;
  private final AccessClassStore classes;

  ImportListService(ImportStore store, AccessClassStore classes) {
    this.store = store;
    this.classes = classes;
  }

  /** One page, the newest first. */
  Connection<Import> page(PageRequest page) {
    int organisation = BoundViewer.current().requireMember().organisationId();
    @Nullable OffsetDateTime before = page.after().map(Cursor::at).orElse(null);
    @Nullable UUID beforeKey = page.after().map(Cursor::uuid).orElse(null);
    List<Import> read = store.page(organisation, before, beforeKey, page.toRead());
    return Connection.of(
        page,
        read,
        one -> new Cursor(LIST, one.startedAt(), one.key().toString()),
        () -> store.count(organisation));
  }

  /** Imports of the own organisation; none for anybody else. */
  Map<UUID, Import> byKey(Collection<UUID> keys) {
    return ofOwn(
        organisation ->
            store.byKey(organisation, keys).stream()
                .collect(Collectors.toMap(Import::key, Function.identity())));
  }

  Map<UUID, List<Rejection>> rejections(Collection<UUID> keys) {
    return ofOwn(organisation -> store.rejections(organisation, keys));
  }

  Map<Integer, List<AccessClassChange>> classChanges(Collection<Integer> editionKeys) {
    return ofOwn(organisation -> classes.changes(organisation, editionKeys));
  }

  private static <K, V> Map<K, V> ofOwn(IntFunction<Map<K, V>> read) {
    return BoundViewer.current()
        .member()
        .map(member -> read.apply(member.organisationId()))
        .orElse(Map.of());
  }
}
