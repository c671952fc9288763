package org.sightline.migrations.expand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes since the last release are such that its service runs on over them. */
final class ExpandLintTest {
  private static final String INDEX =
      "SET lock_timeout = 0; DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY i ON plan (id); RESET lock_timeout;";

  @Test
  void everyChangeSinceTheLastReleaseKeepsTheRules() {
    String release = System.getProperty("sightline.migrations.release", "");
    if (!release.isEmpty()) {
      ReleasedChangesets.take(release);
    }
    ReleasedChangesets released = ReleasedChangesets.read();
    List<Changeset> added =
        ReleasedChangesets.present().stream()
            .filter(changeset -> !released.ids().contains(changeset.id()))
            .toList();
    ExpandLint lint = new ExpandLint(released.release(), added);

    assertThat(added.stream().flatMap(changeset -> lint.mistakes(changeset).stream())).isEmpty();
  }

  @Test
  void whatWasReleasedIsThereInItsOrder() {
    List<String> present = ReleasedChangesets.present().stream().map(Changeset::id).toList();

    assertThat(present).doesNotHaveDuplicates();
    assertThat(present).containsSubsequence(ReleasedChangesets.read().ids());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DROP TABLE plan | takes away",
        "DROP FUNCTION viewer_organisation() | takes away",
        "ALTER TABLE plan DROP COLUMN name | takes away",
        "ALTER TABLE plan DROP name | takes away",
        "ALTER TABLE plan RENAME COLUMN name TO title | takes away",
        "ALTER TABLE plan RENAME TO scheme | takes away",
        "ALTER TABLE plan ALTER COLUMN name DROP DEFAULT | takes away",
        "ALTER TABLE plan ADD COLUMN note text NOT NULL | refuses what",
        "ALTER TABLE plan ADD a text, ADD note numeric(10, 2) NOT NULL | refuses what",
        "ALTER TABLE plan ALTER COLUMN note SET NOT NULL | refuses what",
        "ALTER TABLE plan ENABLE ROW LEVEL SECURITY | refuses what",
        "REVOKE INSERT ON plan FROM ${appRole} | refuses what",
        "ALTER TABLE plan ALTER COLUMN note TYPE varchar(10) | writes the whole table",
        "ALTER TABLE plan ALTER note SET DATA TYPE integer | writes the whole table",
        "ALTER TABLE plan ADD COLUMN key uuid NOT NULL DEFAULT gen_random_uuid() | writes the whole table",
        "ALTER TABLE plan ADD COLUMN n integer GENERATED ALWAYS AS (id + 1) STORED | writes the whole table",
        "ALTER TABLE plan ADD COLUMN n bigserial | writes the whole table",
        "ALTER TABLE plan ADD CHECK (name <> '') | reads the whole table",
        "ALTER TABLE plan ADD CONSTRAINT once UNIQUE (name) | reads the whole table",
        "ALTER TABLE plan ADD FOREIGN KEY (a, b) REFERENCES area (a, b) | reads the whole table",
        "ALTER TABLE plan ADD COLUMN note text CHECK (note <> '') | reads the whole table",
        "CREATE INDEX i ON plan (name) | while nobody can write",
        "CREATE UNIQUE INDEX i ON ONLY plan (name) | while nobody can write",
        "DROP INDEX i | locks a whole table",
        "TRUNCATE plan | locks a whole table",
        "LOCK TABLE plan | locks a whole table",
        "UPDATE observation SET derived = true | big table",
        "SET LOCAL lock_timeout = '1h' | how long it may hold",
      })
  void refuses(String statement, String reason) {
    assertThat(mistakes("--changeset sightline:x\n" + statement + ";"))
        .singleElement()
        .asString()
        .startsWith("x ")
        .contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE plan ADD COLUMN note text;",
        "ALTER TABLE plan ADD COLUMN note text NOT NULL DEFAULT '', ADD area_id integer REFERENCES area;",
        "ALTER TABLE plan ADD CHECK (note <> 'DROP TABLE plan;') NOT VALID;",
        "ALTER TABLE plan VALIDATE CONSTRAINT plan_check;",
        "ALTER TABLE plan ADD CONSTRAINT once UNIQUE USING INDEX i;",
        "ALTER TABLE plan DROP CONSTRAINT plan_check;",
        "ALTER TABLE plan ALTER COLUMN note DROP NOT NULL;",
        "-- DROP TABLE plan;\nCREATE OR REPLACE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DROP TABLE plan; $$;",
        "CREATE TABLE note (id integer NOT NULL); CREATE INDEX n ON note (id); ALTER TABLE note ENABLE ROW LEVEL SECURITY; REVOKE ALL ON note FROM ${appRole};",
        "REVOKE ALL ON FUNCTION f() FROM PUBLIC; GRANT SELECT ON plan TO ${appRole};",
      })
  void takes(String statements) {
    assertThat(mistakes("--changeset sightline:x\n" + statements)).isEmpty();
  }

  @Test
  void takesAnIndexOutsideOfATransactionOnlyWhereItCanBeTriedAgain() {
    String outside = "--changeset sightline:x runInTransaction:false\n";

    assertThat(mistakes(outside + INDEX)).isEmpty();
    assertThat(mistakes(outside + INDEX.replaceFirst("DROP[^;]*;", "")))
        .singleElement()
        .asString()
        .contains("can be run again");
    assertThat(mistakes(outside + INDEX.replace("EXISTS i", "EXISTS j"))).hasSize(1);
    assertThat(mistakes(outside + "ALTER TABLE plan ADD COLUMN note text;")).hasSize(1);
  }

  @Test
  void takesAwayOnlyWhatAReleaseHasStoppedUsing() {
    String drop = "--changeset sightline:x\n-- contract: unused since %s\nDROP TABLE plan;";

    assertThat(mistakes(drop.formatted("1.4.0"))).isEmpty();
    assertThat(mistakes(drop.formatted("1.3.9"))).isEmpty();
    assertThat(mistakes(drop.formatted("1.10.0")))
        .containsExactly("x says unused since 1.10.0, which is not released yet.");
  }

  private static List<String> mistakes(String file) {
    List<Changeset> changesets = Changeset.of(file);
    ExpandLint lint = new ExpandLint("1.4.0", changesets);
    return changesets.stream().flatMap(changeset -> lint.mistakes(changeset).stream()).toList();
  }
}
