package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sightline.StatementCount;
import org.sightline.TestSightline;
import org.sightline.graphql.cost.Budgets;
import org.sightline.graphql.document.Documents;
import org.sightline.graphql.http.HostileDocuments.Attack;
import org.sightline.graphql.http.TestServer.Reply;
import org.sightline.graphql.operation.GraphQlRequest;
import org.sightline.graphql.operation.Operations;
import org.sightline.tenancy.Viewer;

/**
 * Documents that mean no good, against the whole schema: refused with a sentence, without SQL, and
 * in no more time and memory than a document of the largest size that honest people send.
 */
@Isolated("It measures.")
final class HostileDocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TURNS = 5;
  private static final int TURNS_TO_WARM_UP = 20;

  /** Tells documents apart, which are remembered where they are valid. */
  private static final AtomicInteger LOOKS = new AtomicInteger();

  /** Of which the first quarter does not count. */
  private static final int TURNS_SIDE_BY_SIDE = 40;

  /** By how much the most expensive refusal may pass the honest document. */
  private static final double TOO_MUCH_TIME = 6;

  private static final double TOO_MUCH_MEMORY = 8;

  private static final TestServer SERVER = TestServer.whole(Map.of());
  private static final StatementCount COUNT = SERVER.get(StatementCount.class);
  private static final Documents DOCUMENTS = SERVER.get(Documents.class);
  private static final Spent HONEST = honestlySpent();

  /**
   * Nanoseconds of the processor, whatever else it did meanwhile, and allocated bytes of one look
   * at a document, the least of several.
   */
  private record Spent(long nanoseconds, long bytes) {
    Spent least(Spent other) {
      return new Spent(Math.min(nanoseconds, other.nanoseconds), Math.min(bytes, other.bytes));
    }
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  static List<Attack> attacks() {
    return HostileDocuments.ATTACKS;
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void isRefusedWithASentenceInBoundedTimeAndMemory(Attack attack) {
    String document = attack.largestDocument();
    COUNT.reset();
    Reply reply = SERVER.ask(document);
    assertThat(reply.status()).as(reply.message()).isLessThan(500);
    assertThat(outcome(reply)).as(reply.message()).isEqualTo(attack.outcome());
    if (!attack.outcome().equals(HostileDocuments.ANSWERED)) {
      assertThat(COUNT.total() + COUNT.connections()).isZero();
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.message()).isNotBlank().hasSizeLessThan(2_000);
    }
    assertThat(reply.body().path("errors").size()).isLessThanOrEqualTo(10);
    Spent spent = measure(document, HostileDocumentsTest::isAnswered);
    double time = (double) spent.nanoseconds() / HONEST.nanoseconds();
    if (time >= TOO_MUCH_TIME) {
      time = timeSideBySide(document, attack);
    }
    double memory = (double) spent.bytes() / HONEST.bytes();
    System.out.printf(
        "%s: %s, time %.2f, memory %.2f (%d bytes for each character)%n",
        attack.name(), outcome(reply), time, memory, spent.bytes() / document.length());
    assertThat(time).as("time, against the honest document's").isLessThan(TOO_MUCH_TIME);
    assertThat(memory).as("memory, against the honest document's").isLessThan(TOO_MUCH_MEMORY);
  }

  @Test
  void hostileVariablesAreRefusedToo() throws Exception {
    Map<String, String> surprises = new TreeMap<>();
    for (Map.Entry<String, String> one : HostileDocuments.variables().entrySet()) {
      COUNT.reset();
      Reply reply =
          SERVER.post(
              "{\"query\": \"query Q($in: CouncilGroup) { councils(in: $in) { name } }\", \"variables\": %s}"
                  .formatted(one.getValue()),
              Map.of("Accept", "application/graphql-response+json"));
      boolean isRefused = reply.status() == 400 || reply.status() == 413;
      boolean isAnswered = reply.status() == 200 && one.getKey().equals("many");
      if (!isAnswered && (!isRefused || COUNT.total() + COUNT.connections() > 0)) {
        surprises.put(one.getKey(), reply.status() + " " + reply.message());
      }
    }
    assertThat(surprises).isEmpty();
  }

  /** The name of the limit that refused it; otherwise its code, or that it was answered. */
  private static String outcome(Reply reply) {
    if (reply.body().has("data")) {
      return HostileDocuments.ANSWERED;
    }
    JsonNode limit = reply.body().at("/errors/0/extensions/limit/name");
    return limit.isMissingNode() ? reply.code() : limit.asText();
  }

  @Test
  void aVariableThatDoesNotFitItsPlaceIsRefused() {
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (String question : HostileDocuments.QUESTIONS) {
      for (String value : HostileDocuments.VALUES) {
        ask(HostileDocuments.withAVariable(question, value), outcomes, faults);
      }
    }
    assertThat(faults).isEmpty();
    assertThat(outcomes).containsOnlyKeys("answered", "BAD_USER_INPUT");
  }

  @Test
  void ofManyWrongVariablesTenAreTold() {
    StringBuilder declared = new StringBuilder();
    StringBuilder sent = new StringBuilder();
    for (int i = 0; i < 25; i++) {
      declared.append(" $v%d: CouncilGroup".formatted(i));
      sent.append("%s\"v%d\": {\"a\": 1}".formatted(i == 0 ? "" : ", ", i));
    }
    COUNT.reset();
    Reply reply =
        SERVER.post(
            "{\"query\": \"query (%s) { %s }\", \"variables\": {%s}}"
                .formatted(declared, uses(25), sent),
            Map.of("Accept", "application/graphql-response+json"));
    assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(reply.body().path("errors")).hasSize(10);
    assertThat(COUNT.total() + COUNT.connections()).isZero();
  }

  @Test
  void batchesAreRefused() {
    COUNT.reset();
    String batch =
        "[" + "{\"query\": \"{ __typename }\"},".repeat(999) + "{\"query\": \"{ __typename }\"}]";
    Reply reply = SERVER.post(batch, Map.of());
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message())
        .isEqualTo("One request at a time: a list of requests is not taken.");
    assertThat(COUNT.total() + COUNT.connections()).isZero();
  }

  @Test
  void aThousandDocumentsMadeByChanceAreRefusedOrAnswered() throws Exception {
    Random random = new Random(20_261_122);
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      String body =
          random.nextInt(4) == 0
              ? HostileDocuments.randomWithAVariable(random)
              : JSON.writeValueAsString(Map.of("query", HostileDocuments.random(random)));
      ask(body, outcomes, faults);
    }
    System.out.println("A thousand hostile documents: " + outcomes);
    assertThat(faults).isEmpty();
    assertThat(outcomes).containsKeys("QUERY_TOO_COSTLY", "BAD_USER_INPUT", "answered");
  }

  /** Asks, and keeps what came of it; what fails, or reads although it is refused, is a fault. */
  private static void ask(String body, Map<String, Integer> outcomes, List<String> faults) {
    COUNT.reset();
    Reply reply = SERVER.post(body, Map.of("Accept", "application/graphql-response+json"));
    boolean ran = reply.body().has("data");
    outcomes.merge(ran ? HostileDocuments.ANSWERED : reply.code(), 1, Integer::sum);
    boolean touched = COUNT.total() + COUNT.connections() > 0;
    if (reply.status() >= 500
        || (!ran && touched)
        || reply.body().toString().contains("\"INTERNAL\"")) {
      faults.add(reply.status() + " " + reply.body() + " of " + body);
    }
  }

  /**
   * What it takes to look at an honest document, and no more: it is answered, from the database.
   */
  private static Spent honestlySpent() {
    Reply reply = SERVER.ask(honest());
    assertThat(reply.body().path("data")).as(reply.message()).isNotEmpty();
    return measure(honest(), HostileDocumentsTest::isRight);
  }

  private static boolean isAnswered(String document) {
    return !SERVER
        .get(Operations.class)
        .answer(
            new GraphQlRequest(document, null, Map.of()),
            TestSightline.call(Viewer.ANONYMOUS, SERVER.get(Budgets.class)))
        .body()
        .isEmpty();
  }

  private static Spent measure(String document, Predicate<String> look) {
    Spent least = new Spent(Long.MAX_VALUE, Long.MAX_VALUE);
    for (int i = 0; i < TURNS_TO_WARM_UP + TURNS; i++) {
      // A different text each time: valid documents are remembered.
      Spent spent = once(document + " ".repeat(i), look);
      least = i < TURNS_TO_WARM_UP ? least : least.least(spent);
    }
    return least;
  }

  /**
   * How many times as long as the honest document one takes, by turns with it: what else the
   * machine does, and what Java has compiled meanwhile, then counts for both. One that is answered
   * is held against the honest one answered.
   */
  private static double timeSideBySide(String document, Attack attack) {
    Predicate<String> look =
        attack.outcome().equals(HostileDocuments.ANSWERED)
            ? HostileDocumentsTest::isAnswered
            : HostileDocumentsTest::isRight;
    List<Long> hostile = new ArrayList<>();
    List<Long> honest = new ArrayList<>();
    for (int i = 0; i < TURNS_SIDE_BY_SIDE; i++) {
      String another = "\n# " + LOOKS.incrementAndGet();
      hostile.add(once(document + another, HostileDocumentsTest::isAnswered).nanoseconds());
      honest.add(once(honest() + another, look).nanoseconds());
    }
    return median(hostile) / median(honest);
  }

  private static double median(List<Long> times) {
    List<Long> counted = times.subList(times.size() / 4, times.size()).stream().sorted().toList();
    return counted.get(counted.size() / 2);
  }

  private static boolean isRight(String document) {
    return !DOCUMENTS.prepare(document).hasErrors();
  }

  private static Spent once(String document, Predicate<String> look) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long bytes = threads.getCurrentThreadAllocatedBytes();
    long start = threads.getCurrentThreadCpuTime();
    boolean isLookedAt = look.test(document);
    long nanoseconds = threads.getCurrentThreadCpuTime() - start;
    assertThat(isLookedAt).isTrue();
    return new Spent(nanoseconds, threads.getCurrentThreadAllocatedBytes() - bytes);
  }

  private static String uses(int count) {
    StringBuilder uses = new StringBuilder();
    for (int i = 0; i < count; i++) {
      uses.append(" a%d: councils(in: $v%d) { name }".formatted(i, i));
    }
    return uses.toString();
  }

  /** As long as a document may be, and right in each of its words. */
  private static String honest() {
    StringBuilder document = new StringBuilder("{");
    for (int i = 0; i < 29; i++) {
      document
          .append("\n a%d: council(code: \"810\") {".formatted(i))
          .append(" name code generated dfeNumber type existsFrom existsTo aliases".repeat(5))
          .append(" region { name code } subregion { name } codes { scheme code } }");
    }
    return document.append("\n}").toString();
  }
}
