package org.sightline;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.council.AreasAtStart;
import org.sightline.demonstration.Demonstration;
import org.sightline.graphql.cost.Budgets;
import org.sightline.graphql.cost.Charge;
import org.sightline.graphql.operation.Call;
import org.sightline.graphql.operation.GraphQlRequest;
import org.sightline.graphql.operation.Operations;
import org.sightline.intake.FirstRun;
import org.sightline.intake.ImportRequest;
import org.sightline.intake.ImportRun;
import org.sightline.intake.ImportService;
import org.sightline.intake.ImportState;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.migrations.MigrationSettings;
import org.sightline.migrations.Migrations;
import org.sightline.tenancy.RunningOperation;
import org.sightline.tenancy.Viewer;

/** Sightline on a real PostgreSQL, without the HTTP server in front. */
public final class TestSightline implements AutoCloseable {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final Database database;
  private final ApplicationContext context;
  private final boolean isItsOwn;

  private TestSightline(Database database, boolean isItsOwn) {
    this(database, isItsOwn, Map.of());
  }

  private TestSightline(Database database, boolean isItsOwn, Map<String, Object> more) {
    this.database = database;
    this.isItsOwn = isItsOwn;
    Map<String, Object> all = new HashMap<>(settings(database));
    all.putAll(more);
    context = ApplicationContext.run(all);
    context.getBean(AreasAtStart.class).read();
  }

  /** On a database that outlives it. */
  public static TestSightline on(Database database) {
    return new TestSightline(database, false);
  }

  /**
   * Another instance on the same database, which outlives it.
   *
   * @param settings in addition to those that let it reach the database
   */
  public TestSightline another(Map<String, Object> settings) {
    return new TestSightline(database, false, settings);
  }

  /** As {@link #empty()}, for tests that ask of everything more than anybody may at once. */
  public static TestSightline emptyForAnyCost() {
    return empty(Map.of("sightline.limits.cost", "1000000000"));
  }

  /** On a database that has tables and reference data, and no figures. */
  public static TestSightline empty() {
    return ofItsOwn(TestPostgres.freshDatabase("migrated", TestSightline::migrate));
  }

  /**
   * On a database that has tables and reference data, and no figures.
   *
   * @param settings in addition to those that let it reach the database
   */
  public static TestSightline empty(Map<String, Object> settings) {
    return new TestSightline(
        TestPostgres.freshDatabase("migrated", TestSightline::migrate), true, settings);
  }

  /**
   * On a database that has tables and reference data, and no figures.
   *
   * @param definitions a folder with {@code indicators/*.yaml} besides the product's own
   */
  public static TestSightline emptyWith(Path definitions) {
    Database database = TestPostgres.freshDatabase();
    change(new Migrations(roles(database), definitions), one -> one.run(step -> {}));
    return ofItsOwn(database);
  }

  /** On a database that holds what everybody has after the first start. */
  public static TestSightline withFirstFigures() {
    return ofItsOwn(TestPostgres.freshDatabase("first-figures", TestSightline::loadFirstFigures));
  }

  /** On a database that holds the demonstration's people, agreements and returns. */
  public static TestSightline withDemonstration() {
    return ofItsOwn(TestPostgres.freshDatabase("demonstration", TestSightline::loadDemonstration));
  }

  /**
   * On a database that holds what plain {@code mvn} loads: the first figures and the demonstration.
   *
   * @param settings in addition to those that let it reach the database
   */
  public static TestSightline asFirstStarted(Map<String, Object> settings) {
    return new TestSightline(
        TestPostgres.freshDatabase("first-started", TestSightline::loadFirstStart), true, settings);
  }

  /** On a database that holds the thirteen real official files. */
  public static TestSightline withOfficialReleases() {
    RealData.file("ees");
    return ofItsOwn(
        TestPostgres.freshDatabase("official-releases", TestSightline::importOfficialReleases));
  }

  /** On a copy that goes when it is closed. */
  private static TestSightline ofItsOwn(Database copy) {
    return new TestSightline(copy, true);
  }

  /** The settings that let the service reach a test database. */
  public static Map<String, Object> settings(Database database) {
    MigrationSettings roles = roles(database);
    Map<String, Object> settings = new HashMap<>();
    settings.put("sightline.database.url", roles.url());
    settings.put("sightline.database.app.username", roles.appUsername());
    settings.put("sightline.database.app.password", roles.appPassword());
    settings.put("sightline.database.release-writer.username", roles.releaseWriterUsername());
    settings.put("sightline.database.release-writer.password", roles.releaseWriterPassword());
    settings.put("sightline.database.connections", "4");
    settings.put("sightline.cursor-key", "the-same-at-every-test-and-every-instance");
    // A test asks in a minute what nobody asks in a day.
    settings.put("sightline.limits.cost-per-minute", "1000000000000");
    settings.put("sightline.limits.anonymous-cost-per-minute", "1000000000000");
    return settings;
  }

  /** Gives a database its tables and reference data. */
  public static void migrate(Database database) {
    change(new Migrations(roles(database)), one -> one.run(step -> {}));
  }

  /** Roles belong to the server, and PostgreSQL refuses to change one twice at once. */
  private static synchronized void change(Migrations database, Consumer<Migrations> how) {
    how.accept(database);
  }

  /** The roles of the service, as every test server has them, and whose database it is. */
  public static MigrationSettings roles(Database database) {
    return new MigrationSettings(
        database.url(),
        database.ownerUsername(),
        database.ownerPassword(),
        "sightline_app",
        "app-password",
        "sightline_release_writer",
        "writer-password");
  }

  private static void loadFirstFigures(Database database) {
    migrate(database);
    try (TestSightline sightline = new TestSightline(database, false)) {
      sightline.get(FirstRun.class).load(step -> {});
    }
  }

  /**
   * Gives a database its tables, reference data and the demonstration's organisations and people.
   */
  public static void migrateWithPeople(Database database) {
    migrate(database);
    change(new Migrations(roles(database)), one -> one.demonstrate(step -> {}));
  }

  /** Gives an empty database the demonstration, without the first official figures. */
  public static void loadDemonstration(Database database) {
    migrateWithPeople(database);
    try (TestSightline sightline = new TestSightline(database, false)) {
      sightline.get(Demonstration.class).load(step -> {});
    }
  }

  /** Gives an empty database what plain {@code mvn} loads: first figures and demonstration. */
  public static void loadFirstStart(Database database) {
    migrateWithPeople(database);
    try (TestSightline sightline = new TestSightline(database, false)) {
      sightline.get(FirstRun.class).load(step -> {});
      sightline.get(Demonstration.class).load(step -> {});
    }
  }

  private static void importOfficialReleases(Database database) {
    migrate(database);
    try (TestSightline sightline = new TestSightline(database, false)) {
      for (OfficialFile file : OfficialFile.all()) {
        ImportRun run = sightline.importFile(file);
        if (run.state() != ImportState.IMPORTED) {
          throw new AssertionError(file.mapping() + ": " + run.message());
        }
      }
    }
  }

  /** Imports one of the real files. */
  public ImportRun importFile(OfficialFile file) {
    try {
      return get(ImportService.class)
          .run(
              new ImportRequest(
                  file.path(),
                  file.path().getFileName().toString(),
                  file.mapping(),
                  file.release(),
                  null,
                  null,
                  false));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The whole answer to a document, asked without signing in: data, errors, extensions. */
  public JsonNode answer(String document) {
    return answer(Viewer.ANONYMOUS, document);
  }

  /**
   * The answer to a document that a member of a subject asks, without what it cost: what is left of
   * a budget is another with every question.
   */
  public JsonNode answer(Viewer viewer, String document) {
    return answer(viewer, document, Map.of());
  }

  /** As above, with variables. */
  public JsonNode answer(Viewer viewer, String document, Map<String, @Nullable Object> variables) {
    JsonNode answer = wholeAnswer(viewer, document, variables);
    ((ObjectNode) answer).remove("extensions");
    return answer;
  }

  /** The whole answer, with its cost. */
  public JsonNode wholeAnswer(Viewer viewer, String document) {
    return wholeAnswer(viewer, document, Map.of());
  }

  private JsonNode wholeAnswer(
      Viewer viewer, String document, Map<String, @Nullable Object> variables) {
    GraphQlRequest request = new GraphQlRequest(document, null, variables);
    try {
      return JSON.readTree(
          JSON.writeValueAsBytes(
              get(Operations.class).answer(request, call(viewer, get(Budgets.class))).body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A call of somebody on this machine. */
  public static Call call(Viewer viewer, Budgets budgets) {
    Charge charge = budgets.charge(viewer, InetAddress.getLoopbackAddress());
    return new Call(viewer, "test", null, charge, false, new RunningOperation());
  }

  /** The data of an answer that must have no errors. */
  public JsonNode ask(String document) {
    return ask(Viewer.ANONYMOUS, document);
  }

  /** The data of an answer to a viewer that must have no errors. */
  public JsonNode ask(Viewer viewer, String document) {
    JsonNode answer = answer(viewer, document);
    if (answer.has("errors")) {
      throw new AssertionError(answer.get("errors").toPrettyString());
    }
    return answer.get("data");
  }

  /** The message of the only error that a document meets. */
  public String mistake(String document) {
    JsonNode errors = answer(document).path("errors");
    if (errors.size() != 1) {
      throw new AssertionError("One error was expected: " + errors.toPrettyString());
    }
    return errors.get(0).path("message").asText();
  }

  /** Where it stands: for tests that put rows in as the tables' owner. */
  public Database database() {
    return database;
  }

  /** A bean of the service. */
  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    if (isItsOwn) {
      TestPostgres.drop(database);
    }
  }
}
