package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sightline.graphql.http.TestServer.Reply;

/** The statuses that the audits want and those of the newest draft, by one setting. */
final class StatusesTest {
  private static final String NEWER = "application/graphql-response+json";
  private static final String OLDER = "application/json";

  private static final TestServer AUDITED = TestServer.withDatabase(Map.of());
  private static final TestServer DRAFT =
      TestServer.withDatabase(Map.of("sightline.graphql.statuses", "DRAFT"));

  @AfterAll
  static void stop() {
    AUDITED.close();
    DRAFT.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"query": "{ exact }"}                                            | 200 | 200 | 200
          {"query": "{ exact fails }"}                                      | 200 | 294 | 200
          {"query": "{ nothing }"}                                          | 200 | 294 | 200
          {"query": "{ nmae }"}                                             | 400 | 422 | 200
          {"query": "query Q($k: Kind!) { councils(kind: $k) { name } }"}   | 400 | 422 | 200
          {"query": "query Q($k: Kind) { councils(kind: $k) { name } }", "variables": {"k": "TOWN"}} | 400 | 422 | 200
          {"query": "query A { exact } query B { exact }"}                  | 400 | 422 | 200
          {"query": "{a{a{a{a{a{a{a{a{a{a{a{a{a}}}}}}}}}}}}}"}              | 400 | 422 | 200
          {"query": "{"}                                                    | 400 | 400 | 200
          {"query": ""}                                                     | 400 | 400 | 200
          {"qeury": "{ exact }"}                                            | 400 | 422 | 400
          {"query": "{ exact }", "variables": [7]}                          | 400 | 422 | 400
          [{"query": "{ exact }"}]                                          | 400 | 422 | 400
          NONSENSE                                                          | 400 | 400 | 400
          """)
  void saysHowARequestWent(String body, int audited, int draft, int older) {
    assertThat(status(Statuses.AUDITED, body, NEWER)).isEqualTo(audited);
    assertThat(status(Statuses.DRAFT, body, NEWER)).isEqualTo(draft);
    assertThat(status(Statuses.AUDITED, body, OLDER)).isEqualTo(older);
    assertThat(status(Statuses.DRAFT, body, OLDER)).isEqualTo(older);
  }

  @ParameterizedTest
  @EnumSource
  void agreeAboutMethodsAndMediaTypes(Statuses statuses) {
    TestServer server = server(statuses);
    assertThat(
            server
                .get("mutation { rename(code: \"810\", name: \"x\") { name } }", "", Map.of())
                .status())
        .isEqualTo(405);
    assertThat(server.post("{}", Map.of("Content-Type", "text/plain")).status()).isEqualTo(415);
    assertThat(server.post("{}", Map.of("Accept", "text/html")).status()).isEqualTo(406);
  }

  @Test
  void givePartialDataAsItIs() {
    Reply reply = DRAFT.post("{\"query\": \"{ exact fails }\"}", Map.of("Accept", NEWER));
    assertThat(reply.body().at("/data/exact").isNumber()).isTrue();
    assertThat(reply.code()).isEqualTo("INTERNAL");
  }

  private static TestServer server(Statuses statuses) {
    return switch (statuses) {
      case AUDITED -> AUDITED;
      case DRAFT -> DRAFT;
    };
  }

  private static int status(Statuses statuses, String body, String accept) {
    return server(statuses).post(body, Map.of("Accept", accept)).status();
  }
}
