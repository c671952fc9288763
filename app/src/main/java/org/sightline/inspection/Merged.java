package org.sightline.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Merges accounts field by field: a field is of the first account by precedence that says anything
 * of it, and what others say otherwise is noted.
 */
final class Merged {
  static final String RULE =
      "Of sources that disagree the one shown is the report itself, before official statistics, a"
          + " council's paper, a council's own record and a community table; of two of one kind the"
          + " one that was published later.";

  private final List<InspectionAccount> accounts;
  private final List<ShownField> shownFrom = new ArrayList<>();
  private final List<SourceDisagreement> disagreements = new ArrayList<>();

  /**
   * What accounts say together.
   *
   * @param accounts by precedence
   */
  Merged(List<InspectionAccount> accounts) {
    this.accounts = accounts;
  }

  /** Something that an account says. */
  private record Said<T>(T value, InspectionAccount account) {}

  /** How a field is read, compared and written. */
  record Field<T>(
      String name,
      Function<InspectionAccount, Optional<T>> read,
      BiPredicate<T, T> agree,
      Function<T, String> write) {}

  /** The value of a field that is shown; null where no account says anything. */
  <T> @Nullable T of(Field<T> field) {
    List<Said<T>> said = said(field.read());
    if (said.isEmpty()) {
      return null;
    }
    Said<T> first = said.getFirst();
    shownFrom.add(new ShownField(field.name(), first.account().source()));
    List<SourcedValue> others =
        said.stream()
            .filter(one -> !field.agree().test(first.value(), one.value()))
            .map(one -> sourced(one, field.write()))
            .toList();
    if (!others.isEmpty()) {
      disagreements.add(disagreement(field.name(), sourced(first, field.write()), others));
    }
    return first.value();
  }

  /** Notes that grades are stated which cannot be. */
  void impossible(Field<Judgement> field, String why) {
    List<SourcedValue> stated =
        said(field.read()).stream().map(one -> sourced(one, field.write())).toList();
    if (!stated.isEmpty()) {
      disagreements.add(new SourceDisagreement(field.name(), null, stated, why));
    }
  }

  List<ShownField> shownFrom() {
    return shownFrom;
  }

  List<SourceDisagreement> disagreements() {
    return disagreements;
  }

  private <T> List<Said<T>> said(Function<InspectionAccount, Optional<T>> read) {
    return accounts.stream()
        .flatMap(account -> read.apply(account).map(value -> new Said<>(value, account)).stream())
        .toList();
  }

  private static <T> SourcedValue sourced(Said<T> one, Function<T, String> write) {
    return new SourcedValue(write.apply(one.value()), one.account().source());
  }

  private static SourceDisagreement disagreement(
      String what, SourcedValue shown, List<SourcedValue> others) {
    String against =
        others.stream()
            .map(one -> one.source().kind().words())
            .distinct()
            .collect(Collectors.joining(" and "));
    return new SourceDisagreement(
        what,
        shown,
        others,
        "%s Here %s stands before %s.".formatted(RULE, shown.source().kind().words(), against));
  }
}
