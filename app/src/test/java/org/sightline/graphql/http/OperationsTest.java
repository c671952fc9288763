package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.http.TestServer.Reply;

/** Operations that run: their transaction, their thread, their errors. On a real database. */
final class OperationsTest {
  private static final TestServer SERVER =
      TestServer.withDatabase(Map.of("sightline.limits.statement-timeout", "500ms"));

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void answersWithData() {
    Reply reply = SERVER.ask("{ council(code: \"810\") { name since kind neighbours { code } } }");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().at("/data"))
        .hasToString(
            "{\"council\":{\"name\":\"Hull\",\"since\":\"1996-04-01\",\"kind\":\"CITY\","
                + "\"neighbours\":[{\"code\":\"E06000010\"}]}}");
  }

  @Test
  void writesDecimalsAsTheyAre() {
    assertThat(SERVER.text("{ exact }")).startsWith("{\"data\":{\"exact\":102.90},");
  }

  @Test
  void bindsTheViewerBeforeAnythingIsRead() {
    assertThat(SERVER.ask("{ viewer }").body().at("/data/viewer").asText()).isEqualTo("anonymous");
  }

  @Test
  void runsOnAVirtualThreadAndLoadsOnTheSame() {
    Reply reply =
        SERVER.ask(
            "{ thread a: linked(key: 1) { ...l } b: linked(key: 5) { ...l } }"
                + " fragment l on Link { batch thread next { batch thread } }");
    String thread = reply.body().at("/data/thread").asText();
    assertThat(thread).startsWith("VirtualThread");
    assertThat(reply.body().at("/data/a/thread").asText()).isEqualTo(thread);
    assertThat(reply.body().at("/data/b/next/thread").asText()).isEqualTo(thread);
    assertThat(reply.body().at("/data/a/batch")).hasToString("[1,5]");
    assertThat(reply.body().at("/data/a/next/batch")).hasToString("[2,6]");
  }

  @Test
  void saysWhatCanBeInsteadOfWhatCannot() {
    Reply reply = SERVER.ask("{ refuses }");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body().toString())
        .startsWith(
            "{\"errors\":[{\"message\":\"There is no such"
                + " period.\",\"locations\":[{\"line\":1,\"column\":3}],"
                + "\"path\":[\"refuses\"],\"extensions\":{\"code\":\"BAD_USER_INPUT\",\"argument\":\"period\","
                + "\"allowed\":[\"2024\",\"2025\"]}}],\"data\":{\"refuses\":null},\"extensions\":{\"cost\":{\"requested\":1,");
  }

  @Test
  void saysThatThereIsNothing() {
    Reply reply = SERVER.ask("{ nothing }");
    assertThat(reply.code()).isEqualTo("NOT_FOUND");
    assertThat(reply.body().at("/errors/0/path")).hasToString("[\"nothing\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stack", "heap"})
  void survivesAFullStackAndAFullHeap(String what) {
    Reply reply = SERVER.ask("{ exact fails(by: \"" + what + "\") }");
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.code()).isEqualTo("INTERNAL");
    assertThat(reply.message()).isEqualTo("Something went wrong on our side.");
    assertThat(reply.headers()).containsKey("x-request-id");
    assertThat(SERVER.ask("{ viewer }").status()).isEqualTo(200);
  }

  @Test
  void keepsAFaultToItselfAndAnswersTheRest() {
    Reply reply = SERVER.ask("{ fails exact }");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.code()).isEqualTo("INTERNAL");
    assertThat(reply.message()).isEqualTo("Something went wrong on our side.");
    assertThat(reply.body().at("/data/exact").isNumber()).isTrue();
    assertThat(reply.body().toString()).doesNotContain("secret");
  }

  @Test
  void stopsAStatementThatTakesTooLong() {
    Reply reply = SERVER.ask("{ slow(seconds: 30) viewer }");
    assertThat(reply.body().at("/errors")).hasSize(2);
    assertThat(reply.body().findValuesAsText("code")).containsOnly("TIMEOUT");
    assertThat(reply.message()).contains("too long");
    assertThat(SERVER.ask("{ slow(seconds: 0) }").body().has("errors")).isFalse();
  }
}
