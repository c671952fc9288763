package org.sightline.intake;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.mapping.InspectionRule.GradedAttribute;

/**
 * What the grades of a table make of councils: the value of an attribute from the day on which the
 * report was published, when everybody could know it, until the next one is.
 */
record GradedValues(InspectionDelivery delivery, Tally tally) {
  /**
   * Writes what is new.
   *
   * @param said is told how many there were
   * @return whether anything was new
   * @throws ImportRefusedException when the attribute is not defined
   */
  boolean write(Connection connection, List<StatedInspection> given, Consumer<String> said) {
    @Nullable GradedAttribute attribute = delivery.rule().attribute();
    if (attribute == null) {
      return false;
    }
    AttributeStatementStore store = new AttributeStatementStore(connection);
    store.lock();
    @Nullable List<String> allowed = store.allowedValues().get(attribute.code());
    if (allowed == null) {
      throw new ImportRefusedException(
          "The mapping %s is of the attribute %s, which is not defined."
              .formatted(delivery.mapping(), attribute.code()));
    }
    KnownFrameworks frameworks = new InspectionStatementStore(connection).frameworks();
    AttributeLedger ledger = new AttributeLedger(store.standing());
    given.forEach(
        one ->
            statement(one, attribute, frameworks)
                .ifPresent(value -> take(ledger, value, attribute.code())));
    store.add(ledger.added(), delivery.mapping());
    said.accept(
        "Values of %s: %d new, %d stood already."
            .formatted(attribute.code(), ledger.added().size(), ledger.alreadyThere()));
    return !ledger.added().isEmpty();
  }

  private void take(AttributeLedger ledger, AttributeStatement value, String attribute) {
    try {
      ledger.take(value);
    } catch (RejectedRowException e) {
      tally.warn("grade not taken as " + attribute + ", by rule " + e.rule());
    }
  }

  private Optional<AttributeStatement> statement(
      StatedInspection one, GradedAttribute attribute, KnownFrameworks frameworks) {
    @Nullable Verdict verdict = one.verdicts().get(attribute.area());
    @Nullable LocalDate published = one.publishedOn();
    if (verdict == null || verdict.grade() == null || published == null) {
      return Optional.empty();
    }
    return frameworks
        .grade(one.framework(), attribute.area(), Objects.requireNonNull(verdict.grade()))
        .map(
            grade ->
                new AttributeStatement(
                    one.councilId(),
                    attribute.code(),
                    grade.name(),
                    published,
                    null,
                    "%s, line %d".formatted(delivery.fileName(), one.line()),
                    one.line()));
  }
}
