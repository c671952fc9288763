package org.sightline.migrations.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of {@code docs/decisions/0045}, as far as they show in the words of a step. What a new
 * policy hides or a new check refuses, it does not see.
 */
final class ExpandLint {
  private static final String NAME = "(?:PUBLIC\\.)?(\\w+)";
  private static final Pattern NEW_TABLE =
      Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?" + NAME + ".*");
  private static final Pattern OF_A_TABLE =
      Pattern.compile(
          "(?:ALTER TABLE (?:IF EXISTS )?(?:ONLY )?|CREATE (?:UNIQUE )?INDEX .*?\\bON (?:ONLY )?"
              + "|REVOKE .*? ON (?:TABLE )?)"
              + NAME
              + ".*");
  private static final Pattern INDEX =
      Pattern.compile("CREATE (?:UNIQUE )?INDEX CONCURRENTLY (\\w+) ON .*");
  private static final String BIG = "(OBSERVATION|ACCESS_LOG|IMPORT_REJECTION|ACTION_CHANGE)";
  private static final String VOLATILE =
      "(GEN_RANDOM_UUID|RANDOM|CLOCK_TIMESTAMP|NEXTVAL|NEW_ID|UUIDV[47])\\(";

  private static final String GOES =
      "takes away what the last release may use: stop using it in one release, and take it away in"
          + " a later one, saying '-- contract: unused since' that release";
  private static final String NARROWS =
      "refuses what the last release may write: in one release write nothing of the kind, and"
          + " narrow in a later one, saying '-- contract: unused since' that release";
  private static final String REWRITES =
      "writes the whole table anew while nobody can use it: add a column without it, and fill it by"
          + " a command in portions";
  private static final String SCANS =
      "reads the whole table while nobody can use it: add the constraint NOT VALID, and VALIDATE it"
          + " in another changeset";

  private final String lastRelease;
  private final Set<String> newTables;

  /**
   * @param lastRelease such as 1.4.0
   * @param changesets all that the last release does not have
   */
  ExpandLint(String lastRelease, List<Changeset> changesets) {
    this.lastRelease = lastRelease;
    this.newTables =
        changesets.stream()
            .flatMap(changeset -> changeset.statements().stream())
            .flatMap(statement -> first(NEW_TABLE, statement).stream())
            .collect(Collectors.toSet());
  }

  /** What is wrong with a step, a sentence each. */
  List<String> mistakes(Changeset changeset) {
    List<String> mistakes = new ArrayList<>();
    boolean isContract = changeset.unusedSince().isPresent();
    changeset
        .unusedSince()
        .filter(release -> Release.of(release).isAfter(Release.of(lastRelease)))
        .ifPresent(
            release ->
                mistakes.add("says unused since " + release + ", which is not released yet"));
    for (String statement : changeset.statements()) {
      if (!isContract) {
        removal(statement).ifPresent(mistakes::add);
      }
      lock(statement, changeset.isInTransaction()).ifPresent(mistakes::add);
    }
    if (!changeset.isInTransaction() && !isIndexThatMayBeTriedAgain(changeset.statements())) {
      mistakes.add(
          "runs outside of a transaction and is not what can be run again: SET lock_timeout = 0;"
              + " DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON ...; RESET"
              + " lock_timeout");
    }
    return mistakes.stream().map(mistake -> changeset.id() + " " + mistake + ".").toList();
  }

  /** What the last release would miss. */
  private Optional<String> removal(String statement) {
    if (isOfANewTable(statement)) {
      return Optional.empty();
    }
    boolean goes =
        statement.matches("DROP (?!INDEX).*")
            || statement.matches("ALTER .* RENAME .*")
            || actions(statement)
                .anyMatch(action -> action.matches("DROP (?!CONSTRAINT).*|ALTER .* DROP DEFAULT"));
    boolean narrows =
        actions(statement)
                .anyMatch(
                    action ->
                        action.matches("ALTER .* SET NOT NULL|(ENABLE|FORCE) ROW LEVEL SECURITY")
                            || isRequiredWithoutDefault(action))
            || statement.matches("REVOKE .*\\$\\{\\w+}.*");
    if (goes) {
      return Optional.of(GOES);
    }
    return narrows ? Optional.of(NARROWS) : Optional.empty();
  }

  private static boolean isRequiredWithoutDefault(String action) {
    return isNewColumn(action)
        && action.contains(" NOT NULL")
        && !action.matches(".* (DEFAULT|GENERATED) .*");
  }

  /** What would hold others up. */
  private Optional<String> lock(String statement, boolean isInTransaction) {
    if (statement.matches("(TRUNCATE|LOCK|CLUSTER|VACUUM|REINDEX)\\b.*")) {
      return Optional.of("locks a whole table");
    }
    if (statement.matches("(UPDATE|DELETE FROM) (PUBLIC\\.)?" + BIG + "\\b.*")) {
      return Optional.of("changes a big table's rows at once: do it by a command, in portions");
    }
    if (isInTransaction && statement.matches("(SET|RESET) .*TIMEOUT.*")) {
      return Optional.of("changes how long it may hold others up");
    }
    if (statement.matches("DROP INDEX (?!CONCURRENTLY).*")) {
      return Optional.of("locks a whole table: DROP INDEX CONCURRENTLY, outside of a transaction");
    }
    return isOfANewTable(statement) ? Optional.empty() : lockOfATable(statement, isInTransaction);
  }

  private Optional<String> lockOfATable(String statement, boolean isInTransaction) {
    if (statement.matches("CREATE (UNIQUE )?INDEX .*") && isInTransaction) {
      return Optional.of(
          "makes an index while nobody can write: CREATE INDEX CONCURRENTLY, with"
              + " runInTransaction:false");
    }
    if (actions(statement).anyMatch(ExpandLint::rewrites)) {
      return Optional.of(REWRITES);
    }
    return actions(statement).anyMatch(ExpandLint::scans) ? Optional.of(SCANS) : Optional.empty();
  }

  private static boolean rewrites(String action) {
    return action.matches("ALTER (COLUMN )?\\w+ (SET DATA )?TYPE .*")
        || (isNewColumn(action)
            && Pattern.compile(
                    VOLATILE + "|\\bSTORED\\b|\\bAS IDENTITY\\b|\\b(BIG|SMALL)?SERIAL\\b")
                .matcher(action)
                .find());
  }

  private static boolean scans(String action) {
    boolean isConstraint =
        action.matches(
            "ADD (CONSTRAINT \\w+ )?(CHECK|FOREIGN KEY|UNIQUE|PRIMARY KEY|EXCLUDE)\\b.*");
    boolean holds = isNewColumn(action) && action.matches(".*\\b(CHECK|UNIQUE|PRIMARY KEY)\\b.*");
    return (isConstraint || holds) && !action.matches(".*(NOT VALID|USING INDEX \\w+)");
  }

  private static boolean isNewColumn(String action) {
    return action.matches(
        "ADD (?!(CONSTRAINT|CHECK|FOREIGN|UNIQUE|PRIMARY|EXCLUDE)\\b)(COLUMN )?.*");
  }

  private static boolean isIndexThatMayBeTriedAgain(List<String> statements) {
    if (statements.size() != 4) {
      return false;
    }
    Optional<String> name = first(INDEX, statements.get(2));
    return name.isPresent()
        && statements.get(0).equals("SET LOCK_TIMEOUT = 0")
        && statements.get(1).equals("DROP INDEX CONCURRENTLY IF EXISTS " + name.get())
        && statements.get(3).equals("RESET LOCK_TIMEOUT");
  }

  private boolean isOfANewTable(String statement) {
    return first(OF_A_TABLE, statement).filter(newTables::contains).isPresent();
  }

  /** What an ALTER TABLE does, one after another: split at the commas that stand in no bracket. */
  private static Stream<String> actions(String statement) {
    Matcher matcher =
        Pattern.compile("ALTER TABLE (?:IF EXISTS )?(?:ONLY )?\\S+ (.*)").matcher(statement);
    return matcher.matches()
        ? Stream.of(matcher.group(1).split(",(?![^(]*\\))")).map(String::strip)
        : Stream.empty();
  }

  private static Optional<String> first(Pattern pattern, String statement) {
    Matcher matcher = pattern.matcher(statement);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
