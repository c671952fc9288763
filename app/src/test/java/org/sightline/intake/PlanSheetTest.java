package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.BesideOthers;
import org.sightline.intake.workbook.WorkbookFile;
import org.sightline.plan.report.HullsReport;
import org.sightline.plan.report.PlanWorld;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Sheets of a council's own plan: one action a row, or counts by status as at a day. */
@BesideOthers
class PlanSheetTest {
  private static final Question QUESTION = new Question("test", null, "POST /imports");
  private static final String PLAN = "Improvement plan";
  private static final String HEADER =
      "Priority,Ref,Action,Lead Officer,RAGP status,Due date,Original due date,Completed,Evidence of impact,Reason for new date\n";

  private PlanWorld plans;
  private String plan;

  @BeforeEach
  void start() {
    plans = new PlanWorld();
    plan = plans.plan(plans.hull, PLAN, "ragp", "COUNCIL_ONLY");
  }

  @AfterEach
  void stop() {
    if (plans != null) {
      plans.close();
    }
  }

  @Test
  void actionsAreAddedWithTheirWorkstreamsUnderCouncilsOwnColumnNames() throws IOException {
    ImportRun run =
        bring(
            HEADER
                + "Front door,1.1,Open the hub,Head of service,Green,31/03/2026,31/12/2025,2026-03-01,Fewer repeat contacts,\n"
                + "Front door,1.2,Write the thresholds,,a,30/6/2026,,,,\n"
                + "Workforce,2.1,Recruit,,,,,,,\n");

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(run.mapping()).isEqualTo("plan-actions");
    assertThat(run.message())
        .isEqualTo(
            "Actions of the plan 'Improvement plan' added: 3; changed: 0, of which re-dated: 0, completed: 0, reopened: 0; stood already: 0; rows rejected: 0. Evidence of impact added: 1. Workstreams added: Front door, Workforce.");
    assertThat(
            ask(
                "actions { edges { node { reference text ownerRole originalDueOn dueOn timesReDated completedOn declared { code } workstream { name } evidence { text } history { kind by } } } }"))
        .contains(
            "{\"reference\":\"1.1\",\"text\":\"Open the hub\",\"ownerRole\":\"Head of service\",\"originalDueOn\":\"2025-12-31\",\"dueOn\":\"2026-03-31\",\"timesReDated\":1,\"completedOn\":\"2026-03-01\",\"declared\":{\"code\":\"G\"},\"workstream\":{\"name\":\"Front door\"},\"evidence\":[{\"text\":\"Fewer repeat contacts\"}],\"history\":[{\"kind\":\"CREATED\",\"by\":\"Member hull-c\"}]}")
        .contains(
            "\"reference\":\"2.1\",\"text\":\"Recruit\",\"ownerRole\":null,\"originalDueOn\":null");
  }

  @Test
  void theSameActionsAgainAreUpdatedWithTheirHistoryAndNothingIsLost() throws IOException {
    String first =
        HEADER
            + "Front door,1.1,Open the hub,Head of service,Green,31/03/2026,,2026-03-01,,\n"
            + "Front door,1.2,Write the thresholds,,A,30/06/2026,,,,\n"
            + "Workforce,2.1,Recruit,,A,,,,,\n";
    assertThat(bring(first).state()).isEqualTo(ImportState.IMPORTED);
    ImportRun again = bring(first);
    assertThat(again.state()).isEqualTo(ImportState.UNCHANGED);

    ImportRun changed =
        bring(
            HEADER
                + "Front door,1.1,Open the hub,,Amber,,,,,\n"
                + "Front door,1.2,Write the thresholds,,A,30/09/2026,,,,The partners asked for more time\n");

    assertThat(changed.message())
        .isEqualTo(
            "Actions of the plan 'Improvement plan' added: 0; changed: 2, of which re-dated: 1, completed: 0, reopened: 1; stood already: 0; rows rejected: 0. Actions of the plan that the file does not name, which stay as they were: 1.");
    String actions =
        ask(
            "actions { edges { node { reference ownerRole originalDueOn dueOn completedOn timesReDated timesReopened version history { field from to kind reason by } } } }");
    assertThat(actions)
        .contains(
            "\"reference\":\"1.1\",\"ownerRole\":\"Head of service\",\"originalDueOn\":\"2026-03-31\",\"dueOn\":\"2026-03-31\",\"completedOn\":null,\"timesReDated\":0,\"timesReopened\":1,\"version\":1")
        .contains(
            "\"reference\":\"1.2\",\"ownerRole\":null,\"originalDueOn\":\"2026-06-30\",\"dueOn\":\"2026-09-30\",\"completedOn\":null,\"timesReDated\":1")
        .contains(
            "{\"field\":\"dueOn\",\"from\":\"2026-06-30\",\"to\":\"2026-09-30\",\"kind\":\"RE_DATED\",\"reason\":\"The partners asked for more time\",\"by\":\"Member hull-c\"}")
        .contains("\"reference\":\"2.1\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "Front door,1.2,Do it,,Blue,,,,, | RAGP status unknown-status Blue | 'Blue' is no status of the scheme Red, amber, green, purple. Allowed: R (Red), A (Amber), G (Green), P (Purple).",
        "Front door,1.1,Do it,,A,,,,, | Ref duplicate-reference 1.1 | Line 2 has the reference '1.1' already; the first counts.",
        "Front door,1.2,Do it,,A,31/02/2026,,,, | Due date not-a-day 31/02/2026 | A day is written as 31/03/2025 or 2025-03-31",
        "Front door,1.2,=A1&B1,,A,,,,, | Action formula-cell =A1&B1 | The cell holds a formula without a value",
        "Front door,1.2,#REF!,,A,,,,, | Action formula-cell #REF! | The cell holds a formula without a value",
        "Front door,1.2,Do it,,A,,,2026-01-01,, | Completed completed-yet-open 2026-01-01 | The action has a day of completion, yet its status A (Amber) does not mean completed.",
        "Front door,1.2,Do it,,G,,,2999-01-01,, | Completed not-a-day 2999-01-01 | A day is written",
        "Front door,,Do it,,A,,,,, | Ref blank-cell  | The cell is blank.",
        ",1.2,Do it,,A,,,,, | Priority blank-cell  | The cell is blank.",
        "Front door,1.2 | (whole row) wrong-number-of-fields Front door,1.2 | Fields of the row: 2; of the header: 10.",
      })
  void aRowThatCannotBeIsReportedAndTheOthersAreTaken(String row, String where, String sentence)
      throws IOException {
    ImportRun run = bring(HEADER + "Front door,1.1,Open the hub,,A,,,,,\n" + row + "\n");

    assertThat(run.state()).isEqualTo(ImportState.IMPORTED);
    List<Rejection> rejections = rejections(run);
    assertThat(rejections).hasSize(1);
    Rejection one = rejections.getFirst();
    assertThat(one.line()).isEqualTo(3);
    assertThat((one.column() + " " + one.rule() + " " + one.value()).strip())
        .isEqualTo(where.strip());
    assertThat(one.message()).startsWith(sentence);
    assertThat(plans.world.texts("SELECT reference FROM action")).containsExactly("1.1");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "workstream,reference,action,child name | The file seems to hold data about single children: child name.",
        "workstream,reference,action,UPN | The file seems to hold data about single children: UPN.",
        "workstream,reference,action,Date of birth | The file seems to hold data about single children",
        "workstream,reference | The column 'action' is missing.",
        "workstream,reference,action,colour of the sky | 'colour of the sky' is no column of a plan's sheet.",
        "workstream,reference,ref,action | 'reference' and 'ref' both say reference.",
      })
  void aSheetOfAnotherShapeIsRefusedWhole(String header, String sentence) throws IOException {
    ImportRun run = bring(header + "\nFront door,1,Do it,x\n");

    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message()).startsWith(sentence);
    assertThat(plans.world.texts("SELECT reference FROM action")).isEmpty();
  }

  @Test
  void anOriginalDayIsNeverChangedAndARemovedActionDoesNotComeBack() throws IOException {
    bring(HEADER + "Front door,1.1,Open the hub,,A,31/03/2026,,,,\nFront door,1.2,Close,,A,,,,,\n");
    plans.tell("UPDATE action SET removed_at = now() WHERE reference = '1.2'");

    ImportRun run =
        bring(
            HEADER
                + "Front door,1.1,Open the hub,,A,31/03/2026,30/04/2026,,,\nFront door,1.2,Close,,A,,,,,\nFront door,1.3,New,,A,,,,,\n");

    assertThat(rejections(run))
        .extracting(Rejection::rule)
        .containsExactly("original-due-differs", "removed-action");
  }

  @Test
  void anActionThatHadNoDayGetsItsFirstAndOriginalDay() throws IOException {
    bring(HEADER + "Front door,1.1,Open the hub,,A,,,,,\nFront door,1.2,Close,,A,,,,,\n");

    ImportRun run =
        bring(
            HEADER
                + "Front door,1.1,Open the hub,,A,31/03/2026,,,,\nFront door,1.2,Close,,A,30/06/2026,30/04/2026,,,\n");

    assertThat(run.message()).contains("changed: 2, of which re-dated: 0,");
    assertThat(
            plans.world.texts(
                "SELECT reference || ' ' || original_due_on || ' ' || due_on FROM action ORDER BY reference"))
        .containsExactly("1.1 2026-03-31 2026-03-31", "1.2 2026-04-30 2026-06-30");
    assertThat(
            plans.world.texts(
                "SELECT field || ' ' || kind || ' ' || new_value FROM action_change WHERE field LIKE '%ue%' ORDER BY id"))
        .containsExactlyInAnyOrder(
            "originalDueOn CHANGED 2026-03-31",
            "dueOn CHANGED 2026-03-31",
            "originalDueOn CHANGED 2026-04-30",
            "dueOn CHANGED 2026-06-30");
    assertThatThrownBy(() -> plans.tell("UPDATE action SET original_due_on = '2027-01-01'"))
        .hasMessageContaining("The first day by which an action was due never changes.");
  }

  @Test
  void aDayOfCompletionAloneCompletesAnAction() throws IOException {
    bring(HEADER + "Front door,1.1,Open the hub,,,,,,,\n");

    ImportRun run = bring(HEADER + "Front door,1.1,Open the hub,,,,,2026-03-01,,\n");

    assertThat(run.message()).contains("completed: 1, reopened: 0;");
    assertThat(ask("actions { edges { node { history { kind field to } } } }"))
        .contains("{\"kind\":\"COMPLETED\",\"field\":\"completedOn\",\"to\":\"2026-03-01\"}");
  }

  @Test
  void aCompletedActionThatTheSheetCallsOpenIsReopened() throws IOException {
    bring(HEADER + "Front door,1.1,Open the hub,,,,,2026-03-01,,\n");

    ImportRun run = bring(HEADER + "Front door,1.1,Open the hub,,A,,,,,\n");

    assertThat(run.message()).contains("reopened: 1;");
    assertThat(ask("actions { edges { node { completedOn timesReopened declared { code } } } }"))
        .contains("{\"completedOn\":null,\"timesReopened\":1,\"declared\":{\"code\":\"A\"}}");
  }

  @Test
  void countsMakeADatedReportThatStandsWholeOrNotAtAll() throws IOException {
    ImportRun run = bringCounts(HullsReport.sheet(), false);

    assertThat(run.state()).as(run.message()).isEqualTo(ImportState.IMPORTED);
    assertThat(run.message())
        .startsWith(
            "Status report of the plan 'Improvement plan' as at 2021-02-15, revision 1: workstreams: 11, and the whole plan. Workstreams added: 1. Workflow - EH - Front Door, 2. Workforce,");
    assertThat(
            ask(
                "latestReport { title source statedTotal summedTotal counts { code actions } dataQuality { rule stated recomputed } }"))
        .contains(
            "\"title\":\"Status as at 2021-02-15\",\"source\":\"plan.csv\",\"statedTotal\":167,\"summedTotal\":167,\"counts\":[{\"code\":\"R\",\"actions\":2},{\"code\":\"A\",\"actions\":38},{\"code\":\"G\",\"actions\":92},{\"code\":\"P\",\"actions\":35}],\"dataQuality\":[{\"rule\":\"workstream-total-differs\",\"stated\":\"26\",\"recomputed\":\"28\"}]");
    assertThat(bringCounts(HullsReport.sheet(), false).state()).isEqualTo(ImportState.UNCHANGED);

    String corrected = HullsReport.sheet().replace("Door,26", "Door,28");
    ImportRun refused = bringCounts(corrected, false);
    assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
    assertThat(refused.message()).contains("revision 1. A report is never changed");
    assertThat(bringCounts(corrected, true).message()).contains("revision 2");

    ImportRun wrong = bringCounts(corrected.replace("2. Workforce,10", "2. Workforce,ten"), true);
    assertThat(wrong.state()).isEqualTo(ImportState.REFUSED);
    assertThat(wrong.message()).startsWith("Rows rejected: 1 of 12.");
    assertThat(rejections(wrong).getFirst().rule()).isEqualTo("not-a-count");
    assertThat(plans.world.texts("SELECT count(*) FROM status_report")).containsExactly("2");
  }

  @Test
  void aWorkbookIsReadFromItsSheet(@TempDir Path folder) throws IOException {
    Path file =
        new WorkbookFile(
                row(1, "Workstream", "Reference", "Action", "Status")
                    + row(2, "Front door", "1.1", "Open the hub", "Purple")
                    + row(3, "Front door", "1.2", "Write", "Violet"))
            .write(folder.resolve("plan.xlsx"));

    ImportRun run = run(request(file, "plan.xlsx", PlanLayout.ACTIONS, null, false));

    assertThat(run.message()).contains("added: 1;").contains("rows rejected: 1.");
    assertThat(rejections(run).getFirst().value()).isEqualTo("Violet");
  }

  @Test
  void onlyTheCouncilsContributorsBringAPlansSheet(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("plan.csv"), HEADER);
    PlanSheetRequest request = request(file, "plan.csv", PlanLayout.ACTIONS, null, false);
    PlanSheetService service = plans.sightline.get(PlanSheetService.class);
    Viewer analyst = plans.world.member(plans.hull, "hull-a", Role.ANALYST);

    assertThatThrownBy(() -> service.begin(plans.yorkContributor, QUESTION, request))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessage(
            "Your organisation has no plan yet: record one first, and then bring its sheet.");
    assertThatThrownBy(() -> service.begin(analyst, QUESTION, request))
        .isInstanceOf(Forbidden.class);
    assertThatThrownBy(() -> service.begin(plans.adviser, QUESTION, request))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void aClosedPlanTakesNoSheet() throws IOException {
    plans.tell("UPDATE plan SET state = 'CLOSED'");

    ImportRun run = bring(HEADER + "Front door,1.1,Open the hub,,A,,,,,\n");

    assertThat(run.message()).startsWith("The plan is closed: open it again");
    assertThat(ask("actions { totalCount }")).contains("\"totalCount\":0");
  }

  @Test
  void aPlanTakesNoMoreActionsThanItMayHave() throws IOException {
    plans.workstream(plan, "Front door", null);
    plans.tell(
        """
        INSERT INTO action (plan_id, workstream_id, owner_organisation_id, reference, text)
        SELECT plan_id, id, owner_organisation_id, 'x' || number, 'x' FROM workstream, generate_series(1, 2000) AS number
        """);

    ImportRun run = bring(HEADER + "Front door,1.1,Open the hub,,A,,,,,\n");

    assertThat(run.message())
        .startsWith("A plan has at most 2000 actions; with this sheet it would have 2001.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUBLISHED", "EMBARGOED"})
  void aSheetOfAPlanForEverybodyTakesADataOwner(String accessClass, @TempDir Path folder)
      throws IOException {
    plans.tell(
        "UPDATE plan SET access_class = '%1$s', embargoed_until = CASE '%1$s' WHEN 'EMBARGOED' THEN now() + interval '1 day' END"
            .formatted(accessClass));
    Path file = Files.writeString(folder.resolve("plan.csv"), HEADER);
    PlanSheetRequest request = request(file, "plan.csv", PlanLayout.ACTIONS, null, false);
    PlanSheetService service = plans.sightline.get(PlanSheetService.class);

    assertThatThrownBy(() -> service.begin(plans.hullContributor, QUESTION, request))
        .isInstanceOf(Forbidden.class)
        .hasMessageStartingWith("Only a data owner brings a sheet into a plan that is published");
  }

  @Test
  void aPlanThatIsPublishedWhileTheSheetIsOnItsWayTakesADataOwnerToo(@TempDir Path folder)
      throws IOException {
    Path file =
        Files.writeString(folder.resolve("plan.csv"), HEADER + "Front door,1.1,Open,,A,,,,,\n");
    PlanSheetRequest request = request(file, "plan.csv", PlanLayout.ACTIONS, null, false);
    Importing importing =
        plans.sightline.get(PlanSheetService.class).begin(plans.hullContributor, QUESTION, request);
    plans.tell("UPDATE plan SET access_class = 'PUBLISHED'");

    importing.run();

    ImportRun run =
        plans
            .sightline
            .get(ReturnService.class)
            .find(plans.hullContributor, QUESTION, importing.id())
            .orElseThrow();
    assertThat(run.state()).isEqualTo(ImportState.REFUSED);
    assertThat(run.message())
        .startsWith("Only a data owner brings a sheet into a plan that is published")
        .endsWith("Nothing was written.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"accessClass", "release", "mapping"})
  void whatBelongsToOtherFilesIsNoFieldOfAPlansSheet(String field) throws IOException {
    try (ImportForm form = new ImportForm()) {
      Path _ = form.newFile("file", "plan.csv");
      form.takeField("layout", "plan-actions");
      form.takeField("plan", PLAN);
      form.takeField(field, "x");

      assertThatThrownBy(form::planSheetRequest)
          .isInstanceOf(ImportForm.BadFormException.class)
          .hasMessageStartingWith("The field " + field + " belongs to");
    }
  }

  private ImportRun bring(String text) throws IOException {
    return bring(text, PlanLayout.ACTIONS, null, false);
  }

  private ImportRun bringCounts(String text, boolean isCorrection) throws IOException {
    return bring(text, PlanLayout.STATUS_COUNTS, LocalDate.of(2021, 2, 15), isCorrection);
  }

  private ImportRun bring(
      String text, PlanLayout layout, @Nullable LocalDate asAt, boolean isCorrection)
      throws IOException {
    Path file = Files.createTempFile("plan-test-", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      return run(request(file, "plan.csv", layout, asAt, isCorrection));
    } finally {
      Files.delete(file);
    }
  }

  private ImportRun run(PlanSheetRequest request) throws IOException {
    return plans
        .sightline
        .get(PlanSheetService.class)
        .run(plans.hullContributor, QUESTION, request);
  }

  private static PlanSheetRequest request(
      Path file, String name, PlanLayout layout, @Nullable LocalDate asAt, boolean isCorrection) {
    return new PlanSheetRequest(file, name, layout, PLAN, asAt, null, isCorrection, false);
  }

  private List<Rejection> rejections(ImportRun run) {
    List<Rejection> found = new ArrayList<>();
    plans
        .sightline
        .get(ReturnService.class)
        .forEachRejection(plans.hullContributor, QUESTION, run.id(), found::add);
    return found;
  }

  private String ask(String selection) {
    JsonNode node =
        plans
            .sightline
            .ask(
                plans.hullContributor,
                "{ node(id: \"%s\") { ... on Plan { %s } } }".formatted(plan, selection))
            .get("node");
    return node.toString();
  }

  private static String row(int row, String... texts) {
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < texts.length; i++) {
      cells.append(
          "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
              .formatted((char) ('A' + i), row, texts[i]));
    }
    return "<row r=\"%d\">%s</row>".formatted(row, cells);
  }
}
