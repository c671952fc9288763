package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.NotAMember;
import org.sightline.tenancy.OrganisationKind;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.RowTransactions;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** What becomes of a council's return, from its file to its rows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnImportTest {
  private static final String COUNT = "assessments-completed-number";
  private static final String PERCENT = "assessments-within-45-days-percent";
  private static final String OWN_ROWS =
      """
      SELECT concat_ws(' ', indicator.code, period.type, period.code, breakdown.code, area.name, observation.value,
        observation.missing, observation.numerator, observation.denominator, observation.access_class)
      FROM observation
      JOIN indicator ON indicator.id = observation.indicator_id
      JOIN period ON period.id = observation.period_id
      JOIN breakdown ON breakdown.id = observation.breakdown_id
      JOIN area ON area.id = observation.area_id
      JOIN source_file ON source_file.id = observation.source_file_id
      JOIN import_run ON import_run.edition_id = source_file.edition_id
      WHERE import_run.id = ? AND observation.owner_organisation_id = import_run.owner_organisation_id
      ORDER BY observation.source_line
      """;

  private final ReturnWorld world = new ReturnWorld();

  @AfterAll
  void close() {
    world.close();
  }

  @Test
  void everyFormOfPeriodIsTakenAndOwnedByTheCouncil() throws Exception {
    ImportRun run =
        world.bring(
            """
            indicator,period,value,period_type,area,breakdown,numerator,denominator,note
            assessments-completed-number,2020-12,31,,,,,,the month
            assessments-completed-number,2020-12-31,32,,E06000010,,,,
            assessments-completed-number,2020/21,33,,Kingston upon Hull,,,,
            assessments-completed-number,2020/21 Q3,34,,,,,,
            assessments-completed-number,2020-12-31,35,rolling year,,,,,
            assessments-completed-number,2020-12-31,36,YEAR_TO_DATE,,,,,
            assessments-completed-number,2020/21,37,academic-year,,,,,
            assessments-completed-number,2020-11-30,38,month end,,,,,
            assessments-within-45-days-percent,2021-01,50,,,age=10-15,2,4,
            assessments-within-45-days-percent,2021-02,c,,,,,,
            """);

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(world.rejections(run)).isEmpty();
    assertThat(world.intake().ask(OWN_ROWS, run.id()))
        .containsExactly(
            COUNT + " MONTH 2020-12  Kingston upon Hull, City of 31 COUNCIL_ONLY",
            COUNT + " SNAPSHOT 2020-12-31  Kingston upon Hull, City of 32 COUNCIL_ONLY",
            COUNT + " REPORTING_YEAR 2021  Kingston upon Hull, City of 33 COUNCIL_ONLY",
            COUNT + " FINANCIAL_QUARTER 2020/21 Q3  Kingston upon Hull, City of 34 COUNCIL_ONLY",
            COUNT + " ROLLING_YEAR year to 2020-12-31  Kingston upon Hull, City of 35 COUNCIL_ONLY",
            COUNT
                + " YEAR_TO_DATE 2020/21 to 2020-12-31  Kingston upon Hull, City of 36 COUNCIL_ONLY",
            COUNT + " ACADEMIC_YEAR 2020/21  Kingston upon Hull, City of 37 COUNCIL_ONLY",
            COUNT + " SNAPSHOT 2020-11-30  Kingston upon Hull, City of 38 COUNCIL_ONLY",
            PERCENT + " MONTH 2021-01 age=10-15 Kingston upon Hull, City of 50 2 4 COUNCIL_ONLY",
            PERCENT + " MONTH 2021-02  Kingston upon Hull, City of SUPPRESSED COUNCIL_ONLY");
    assertThat(run.accessClass()).isEqualTo(AccessClass.COUNCIL_ONLY);
    assertThat(run.startedBy()).isEqualTo("Member hull-contributor");
  }

  @Test
  void eachRuleRejectsItsRowAndNoOther() throws Exception {
    ImportRun run =
        world.bring(
            """
            indicator,period,value,period_type,area,missing,numerator,denominator,breakdown
            assessments-completed-numbr,2019-12,1,,,,,,
            assessments-completed-number,2019-13,1,,,,,,
            assessments-completed-number,last year,1,,,,,,
            assessments-completed-number,2019/21,1,,,,,,
            assessments-completed-number,2019-12,1,decade,,,,,
            assessments-completed-number,2019-12-31,1,census year,,,,,
            assessments-completed-number,2199-12,1,,,,,,
            assessments-completed-number,2019-12,1,,E06000014,,,,
            assessments-completed-number,2019-12,1,,Atlantis,,,,
            assessments-completed-number,2019-12,,,,,,,
            assessments-completed-number,2019-12,1,,,c,,,
            assessments-completed-number,2019-12,,,,gone,,,
            assessments-completed-number,2019-12,"1,234",,,,,,
            assessments-completed-number,2019-12,-1,,,,,,
            assessments-within-45-days-percent,2019-12,100.1,,,,,,
            assessments-within-45-days-percent,2019-12,90,,,,5,4,
            assessments-completed-number,2019-12,1,,,,,,age=1;age=2
            assessments-completed-number,2019-12,1,,,,,
            assessments-completed-number,2019-12,7,,,,,,
            assessments-completed-number,2019-12,8,,,,,,
            ,2019-12,8,,,,,,
            """);

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(world.rejections(run))
        .containsExactly(
            "2 indicator unknown-indicator assessments-completed-numbr",
            "3 period bad-period 2019-13",
            "4 period bad-period last year",
            "5 period bad-period 2019/21",
            "6 period_type unknown-period-type decade",
            "7 period_type unknown-period-type census year",
            "8 period bad-period 2199-12",
            "9 area another-area E06000014",
            "10 area unknown-area Atlantis",
            "11 value blank-cell ",
            "12 missing both-value-and-missing c",
            "13 missing unknown-symbol gone",
            "14 value not-a-number 1,234",
            "15 value impossible-value -1",
            "16 value impossible-value 100.1",
            "17 numerator impossible-value 5",
            "18 breakdown bad-breakdown age=1;age=2",
            "19 (whole row) wrong-number-of-fields assessments-completed-number,2019-12,1,,,,,",
            "21 (whole row) duplicate-row Kingston upon Hull, City of",
            "22 indicator blank-cell ");
    assertThat(world.intake().ask(OWN_ROWS, run.id())).hasSize(1);
    assertThat(Reports.of(run).rowsRead()).isEqualTo(21);
  }

  @Test
  void aMonthEndIsTheLastDayOfAMonthAndWhatADayIsBesidesTheSeriesSays() throws Exception {
    ImportRun run =
        world.bring(
            """
            indicator,period,value,period_type
            assessments-completed-number,2016-02-29,1,MONTH_END
            assessments-completed-number,2016-04-29,1,MONTH_END
            assessments-completed-number,2016-04-15,1,OTHER_DAY
            """);

    assertThat(world.rejections(run))
        .containsExactly(
            "3 period bad-period 2016-04-29", "4 period_type unknown-period-type OTHER_DAY");
    assertThat(world.intake().ask(OWN_ROWS, run.id()))
        .containsExactly(
            COUNT + " SNAPSHOT 2016-02-29  Kingston upon Hull, City of 1 COUNCIL_ONLY");
  }

  @Test
  void aFileOfTheWrongShapeIsRefusedWholeInASentence() throws Exception {
    assertRefused("", "The file is empty");
    assertRefused("indicator,value\n", "The column 'period' is missing");
    assertRefused(
        "indicator,period,value,denominater\nx,2020,1,2\n",
        "'denominater' is no column of a return. Did you mean 'denominator'");
    assertRefused("indicator,period,value,value\n", "two columns of the name value");
    for (String personal :
        List.of("UPN", "child id", "Date of birth", "postcode", "NHS number", "name", "ChildID")) {
      assertRefused("indicator,period,value," + personal + "\n", "data about single children");
    }
    assertRefused("indicator,period,value\nno-such,2020,1\n", "No row of the file can be taken");
  }

  private void assertRefused(String text, String sentence) throws Exception {
    ImportRun run = world.bring(text);

    assertThat(run.state()).as(text).isEqualTo(ImportState.REFUSED);
    assertThat(run.message()).contains(sentence).endsWith(".");
    assertThat(world.intake().ask(OWN_ROWS, run.id())).isEmpty();
  }

  @Test
  void badEncodingsAreRefusedAndAByteOrderMarkIsNot() throws Exception {
    String text = ReturnWorld.HEADER + COUNT + ",2018-12,1\n";

    ImportRun marked = world.bring("\uFEFF" + text);

    assertThat(marked.state()).as(marked.message()).isEqualTo(ImportState.IMPORTED);
    assertRefusedBytes(text.getBytes(StandardCharsets.UTF_16), "not UTF-8");
    assertRefusedBytes(text.getBytes(StandardCharsets.UTF_16LE), "NUL");
    assertRefusedBytes((text + "café,2018,1\n").getBytes(StandardCharsets.ISO_8859_1), "not UTF-8");
    assertRefusedBytes((text + "a\0b,2018,1\n").getBytes(StandardCharsets.UTF_8), "NUL");
  }

  private void assertRefusedBytes(byte[] bytes, String sentence) throws Exception {
    ImportRun run = world.bring(world.contributor, "return.csv", bytes);

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message()).contains(sentence);
  }

  @Test
  void sqlInEveryCellAndInTheNameOfTheFileIsText() throws Exception {
    String sql = "'); DROP TABLE observation; --";
    String row = "\"" + sql + "\"";
    String everyCell =
        "indicator,period,value,period_type,area,breakdown,missing,numerator,source_file,note\n"
            + (row + ",").repeat(9)
            + row
            + "\n"
            + COUNT
            + ",2017-12,5,,,,,,"
            + row
            + ","
            + row
            + "\n";

    ImportRun run =
        world.bring(
            world.contributor, "../../" + sql + ".csv", everyCell.getBytes(StandardCharsets.UTF_8));

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(run.fileName()).isEqualTo(sql + ".csv");
    assertThat(run.release()).matches("return-[0-9-]{10}-[0-9a-f]{8}");
    assertThat(world.intake().ask("SELECT source_name FROM observation WHERE source_name = ?", sql))
        .containsExactly(sql);
  }

  @Test
  void theSameBytesAgainLeaveEverythingAsItIs() throws Exception {
    String text = ReturnWorld.HEADER + COUNT + ",2016-12,1\n" + COUNT + ",2016-13,1\n";
    ImportRun first = world.bring(text);

    ImportRun again = world.bring(text);

    assertThat(again.state()).isEqualTo(ImportState.UNCHANGED);
    assertThat(again.release()).isEqualTo(first.release());
    assertThat(world.intake().ask(OWN_ROWS, first.id())).hasSize(1);
  }

  @Test
  void theSameBytesUnderAnotherClassAreRefusedInOneSentence() throws Exception {
    byte[] bytes = (ReturnWorld.HEADER + COUNT + ",2010-12,1\n").getBytes(StandardCharsets.UTF_8);
    ImportRun first = bringAs(bytes, AccessClass.SHARED, null);

    ImportRun hidden = bringAs(bytes, AccessClass.COUNCIL_ONLY, null);

    assertThat(hidden.state()).isEqualTo(ImportState.REFUSED);
    assertThat(hidden.message())
        .contains(first.release(), "class is SHARED", "as COUNCIL_ONLY", "changeAccessClass");
    assertThat(bringAs(bytes, AccessClass.SHARED, null).state()).isEqualTo(ImportState.UNCHANGED);
  }

  @Test
  void anotherEndOfTheEmbargoIsAnotherClass() throws Exception {
    byte[] bytes = (ReturnWorld.HEADER + COUNT + ",2009-12,1\n").getBytes(StandardCharsets.UTF_8);
    Instant end = Instant.parse("2099-01-01T09:30:00Z");
    embargo(bytes, end);

    assertThat(embargo(bytes, end).state()).isEqualTo(ImportState.UNCHANGED);
    assertThat(embargo(bytes, end.plusSeconds(1)).message())
        .contains("EMBARGOED until 2099-01-01T09:30:00Z", "EMBARGOED until 2099-01-01T09:30:01Z");
  }

  private ImportRun bringAs(byte[] bytes, AccessClass accessClass, @Nullable Instant embargoedUntil)
      throws Exception {
    return world.bring(world.contributor, "class.csv", bytes, accessClass, embargoedUntil, null);
  }

  private ImportRun embargo(byte[] bytes, Instant until) throws Exception {
    return world.bring(world.publisher, "class.csv", bytes, AccessClass.EMBARGOED, until, null);
  }

  @Test
  void onlyWhoIsADataOwnerTooPublishesAtOnce() throws Exception {
    byte[] bytes = (ReturnWorld.HEADER + COUNT + ",2008-12,1\n").getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> bringAs(bytes, AccessClass.PUBLISHED, null))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("Only a data owner publishes");
    Instant inAMoment = Instant.now().plusSeconds(60);
    assertThatThrownBy(() -> bringAs(bytes, AccessClass.EMBARGOED, inAMoment))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("can change it to EMBARGOED");
    assertThat(
            world
                .bring(world.publisher, "p.csv", bytes, AccessClass.PUBLISHED, null, null)
                .accessClass())
        .isEqualTo(AccessClass.PUBLISHED);
  }

  @Test
  void theDatabaseLetsNoContributorPublishEither() {
    assertThatTheDatabaseRefuses(AccessClass.PUBLISHED, null);
    assertThatTheDatabaseRefuses(AccessClass.EMBARGOED, Instant.now().plusSeconds(60));
  }

  private void assertThatTheDatabaseRefuses(AccessClass accessClass, @Nullable Instant until) {
    Belonging published = new Belonging(world.hull.id(), accessClass, until);
    RowTransactions asContributor =
        world
            .intake()
            .bean(ViewerTransactions.class)
            .longWrites(world.contributor, ReturnWorld.QUESTION);

    assertThatThrownBy(
            () ->
                asContributor.run(
                    connection -> {
                      int release =
                          new ReferenceStore(connection, published)
                              .addRelease("forced", "x", "x", LocalDate.of(2026, 1, 1), "x")
                              .id();
                      int _ = new EditionStore(connection, published).addEdition(release, "x");
                    }))
        .hasStackTraceContaining("row-level security policy for table \"edition\"");
  }

  @Test
  void aLaterUploadSupersedesAndTheFirstCanComeBack() throws Exception {
    String text = ReturnWorld.HEADER + COUNT + ",2015-12,%d\n";
    ImportRun first = world.bring(text.formatted(1));
    ImportRun second = world.bring(text.formatted(2));

    ImportRun third = world.bring(text.formatted(1));

    assertThat(List.of(first.release(), second.release(), third.release())).doesNotHaveDuplicates();
    assertThat(third.state()).isEqualTo(ImportState.IMPORTED);
  }

  @Test
  void theReportNamesTheEarlierUploadThatOthersGoOnSeeing() throws Exception {
    String text = ReturnWorld.HEADER + COUNT + ",2006-12,%d\n";
    ImportRun shared =
        bringAs(text.formatted(1).getBytes(StandardCharsets.UTF_8), AccessClass.SHARED, null);

    ImportRun hidden = world.bring(text.formatted(2));

    assertThat(shared.message()).doesNotContain("go on seeing");
    assertThat(hidden.message())
        .contains(
            "go on seeing", shared.release() + " (SHARED). A data owner", "changeAccessClass");
    assertThat(
            bringAs(text.formatted(3).getBytes(StandardCharsets.UTF_8), AccessClass.SHARED, null)
                .message())
        .doesNotContain("go on seeing");
  }

  @Test
  void anotherCouncilsSameFileIsItsOwn() throws Exception {
    byte[] bytes = (ReturnWorld.HEADER + COUNT + ",2014-12,1\n").getBytes(StandardCharsets.UTF_8);
    ImportRun ofHull = world.bring(world.contributor, "same.csv", bytes);

    ImportRun ofYork = world.bring(world.stranger, "same.csv", bytes);

    assertThat(ofYork.state()).isEqualTo(ImportState.IMPORTED);
    assertThat(ofYork.release()).isNotEqualTo(ofHull.release());
    assertThat(world.intake().ask(OWN_ROWS, ofYork.id()))
        .singleElement()
        .asString()
        .contains("York");
  }

  @Test
  void whatOthersReadOfAReleaseDoesNotNameTheFile() throws Exception {
    byte[] bytes = (ReturnWorld.HEADER + COUNT + ",2007-12,1\n").getBytes(StandardCharsets.UTF_8);

    ImportRun run = world.bring(world.contributor, "inspection crisis.csv", bytes);

    assertThat(run.fileName()).isEqualTo("inspection crisis.csv");
    assertThat(
            world
                .intake()
                .ask(
                    "SELECT concat_ws('|', code, title, source) FROM release WHERE code = ?",
                    run.release()))
        .singleElement()
        .asString()
        .matches(
            "return-([0-9-]{10})-[0-9a-f]{8}[|]Return of Organisation e06000010, [0-9-]{10}[|]The return of Organisation e06000010");
  }

  @Test
  void aReleaseCodeIsUsedOnce() throws Exception {
    byte[] bytes = (ReturnWorld.HEADER + COUNT + ",2013-12,1\n").getBytes(StandardCharsets.UTF_8);
    bring(bytes, "monthly-2013-12");

    assertThatThrownBy(() -> bring(new byte[] {'x'}, "monthly-2013-12"))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("has a release 'monthly-2013-12' already");
    assertThatThrownBy(() -> bring(bytes, "Monthly 2013"))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("lower-case letters");
  }

  private void bring(byte[] bytes, String release) throws Exception {
    ImportRun run =
        world.bring(
            world.contributor, "return.csv", bytes, AccessClass.COUNCIL_ONLY, null, release);
    assertThat(run.release()).isEqualTo(release);
  }

  @Test
  void theClassIsTheOneAskedForAndAnEmbargoEndsInTheFuture() throws Exception {
    byte[] bytes = (ReturnWorld.HEADER + COUNT + ",2012-12,1\n").getBytes(StandardCharsets.UTF_8);
    Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    ImportRun run =
        world.bring(world.publisher, "e.csv", bytes, AccessClass.EMBARGOED, tomorrow, "embargoed");

    assertThat(run.accessClass()).isEqualTo(AccessClass.EMBARGOED);
    assertThat(run.embargoedUntil()).isEqualTo(tomorrow);
    assertThat(world.intake().ask(OWN_ROWS, run.id()))
        .singleElement()
        .asString()
        .endsWith("EMBARGOED");
    assertThatThrownBy(
            () ->
                world.bring(
                    world.contributor, "e.csv", bytes, AccessClass.EMBARGOED, Instant.now(), null))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessageContaining("has passed");
  }

  @Test
  void onlyContributorsOfCouncilsUpload() {
    byte[] bytes = ReturnWorld.HEADER.getBytes(StandardCharsets.UTF_8);
    Viewer partner =
        world
            .world()
            .member(
                world.world().organisation("partnership", OrganisationKind.REGIONAL_BODY),
                "partner",
                Role.CONTRIBUTOR);

    assertThatThrownBy(() -> world.bring(world.analyst, "a.csv", bytes))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("CONTRIBUTOR");
    assertThatThrownBy(() -> world.bring(world.hull.dataOwnerViewer(), "a.csv", bytes))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> world.bring(partner, "a.csv", bytes))
        .isInstanceOf(Forbidden.class)
        .hasMessageContaining("Only a council has a return");
    assertThatThrownBy(() -> world.bring(new Viewer("nobody"), "a.csv", bytes))
        .isInstanceOf(NotAMember.class);
    assertThatThrownBy(() -> world.bring(Viewer.ANONYMOUS, "a.csv", bytes))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aStrangersImportIsNotThere() throws Exception {
    ImportRun run = world.bring(ReturnWorld.HEADER + COUNT + ",2011-12,1\n");
    ReturnService returns = world.intake().bean(ReturnService.class);

    assertThat(returns.find(world.analyst, ReturnWorld.QUESTION, run.id())).isPresent();
    assertThat(returns.find(world.stranger, ReturnWorld.QUESTION, run.id())).isEmpty();
    assertThat(returns.list(world.stranger, ReturnWorld.QUESTION, 100))
        .noneMatch(one -> one.id().equals(run.id()));
    assertThat(returns.cancel(world.stranger, ReturnWorld.QUESTION, run.id())).isFalse();
    assertThat(world.intake().imports().find(run.id())).isEmpty();
  }
}
