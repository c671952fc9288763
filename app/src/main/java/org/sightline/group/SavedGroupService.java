package org.sightline.group;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sightline.council.AreaService;
import org.sightline.council.Council;
import org.sightline.council.CouncilGroupService;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.GlobalId;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;
import org.sightline.tenancy.BoundViewer;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.Member;
import org.sightline.tenancy.Role;

/** Saves, lists and removes the own organisation's groups of councils. */
@Singleton
class SavedGroupService {
  private static final int LONGEST_NAME = 100;
  private static final int MOST_COUNCILS = 200;
  private static final int MOST_GROUPS = 200;
  private static final String COUNCILS = "councils";

  /** Whoever reads and asks for the own organisation, and so not who runs the platform. */
  private static final Set<Role> WRITERS =
      EnumSet.of(Role.ANALYST, Role.CONTRIBUTOR, Role.DATA_OWNER, Role.ADVISER);

  private final SavedGroupStore store;
  private final AreaService areaService;

  SavedGroupService(SavedGroupStore store, AreaService areaService) {
    this.store = store;
    this.areaService = areaService;
  }

  /** The own organisation's, by name. */
  List<SavedGroup> list() {
    Member _ = BoundViewer.current().requireMember();
    return store.list();
  }

  /** Those of the own organisation. */
  Map<Integer, SavedGroup> byKey(Collection<Integer> keys) {
    return store.byKey(keys).stream()
        .collect(Collectors.toMap(SavedGroup::key, Function.identity()));
  }

  /** One of the own organisation; nothing for any other key. */
  Optional<SavedGroup> find(int key) {
    return store.find(key);
  }

  /** The same by the id that a caller sent; one that is none is nobody's. */
  Optional<SavedGroup> find(String id) {
    return GlobalId.number(SavedGroupFields.SAVED_GROUP, id).flatMap(store::find);
  }

  SavePayload save(Input input) {
    Member member = requireWriter();
    UserErrors errors = new UserErrors();
    String name = WrittenText.read("name", input.text("name"), LONGEST_NAME, errors);
    List<Integer> councils = councils(Objects.requireNonNull(input.texts(COUNCILS)), errors);
    List<SavedGroup> known = store.list();
    errors.addIf(
        known.size() >= MOST_GROUPS && known.stream().noneMatch(one -> one.name().equals(name)),
        null,
        "TOO_MANY",
        "An organisation keeps at most %d groups: remove one first.".formatted(MOST_GROUPS));
    if (!errors.isEmpty()) {
      return new SavePayload(null, errors.list());
    }
    int key = store.save(name, councils, member);
    return new SavePayload(store.find(key).orElseThrow(), List.of());
  }

  RemovePayload remove(Input input) {
    Member _ = requireWriter();
    Optional<SavedGroup> group = find(input.required("id"));
    UserErrors errors = new UserErrors();
    boolean isRemoved = group.isPresent() && store.remove(group.get().key());
    errors.addIf(!isRemoved, "id", "NOT_FOUND", "There is no saved group of that id.");
    return new RemovePayload(isRemoved ? group.get().name() : null, errors.list());
  }

  private List<Integer> councils(List<String> codes, UserErrors errors) {
    if (codes.isEmpty() || codes.size() > MOST_COUNCILS) {
      errors.add(
          COUNCILS,
          "WRONG_NUMBER",
          "A group has 1 to %d councils; this one has %d.".formatted(MOST_COUNCILS, codes.size()));
      return List.of();
    }
    try {
      List<Council> councils = areaService.listByCodes(areaService.all(), codes);
      CouncilGroupService.refuseMixture(councils);
      return councils.stream().map(Council::key).toList();
    } catch (BadUserInput e) {
      errors.add(COUNCILS, "NOT_ALLOWED", e.message());
      return List.of();
    }
  }

  private static Member requireWriter() {
    Member member = BoundViewer.current().requireMember();
    if (member.roles().stream().noneMatch(WRITERS::contains)) {
      throw new Forbidden(
          "Groups are saved by those who ask for their organisation: this needs the role ANALYST, CONTRIBUTOR, DATA_OWNER or ADVISER.");
    }
    return member;
  }
}
