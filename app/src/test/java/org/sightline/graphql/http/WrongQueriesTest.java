package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sightline.StatementCount;
import org.sightline.graphql.http.TestServer.Reply;

/** What a newcomer is told whose query is wrong: each sentence says what there is instead. */
final class WrongQueriesTest {
  private static final TestServer SERVER = TestServer.withoutDatabase(Map.of());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          { council(code: "810") { nmae } } | 'Council' has no field 'nmae'. Did you mean 'name'? It has: code, name, since, kind, neighbours.
          { cuoncil(code: "810") { name } } | 'Query' has no field 'cuoncil'. Did you mean 'council' or 'councils'? Questions are: council, councils, exact, fails, refuses, nothing, thing, slow, notes, dear, directory, viewer, thread, linked.
          { council(code: "810") { zzz } } | 'Council' has no field 'zzz'. It has: code, name, since, kind, neighbours.
          { thing { name } } | 'Thing' is one of several types: choose fields of each, as in ... on Council { ... }. It is one of: Council, Region.
          { council(cod: "810") { name } } | 'Query.council' has no argument 'cod'. Did you mean 'code'? It takes: code.
          { nothing(of: 1) } | 'Query.nothing' has no argument 'of'. It takes none.
          { council { name } } | 'Query.council' needs the argument 'code' (CouncilCode!).
          { council(code: null) { name } } | 'code' may not be null.
          { council(code: "810") } | 'Query.council' is Council: choose fields of it, for example council { code name since }.
          { exact { value } } | 'Query.exact' is Decimal and has no fields to choose: leave out the { ... } after it.
          { council(code: "E0600001") { name } } | 'code': 'E0600001' is not a CouncilCode: a council's code is an ONS code, E and eight digits such as E06000010, or a DfE number of three digits such as 810.
          { council(code: 810) { name } } | 'code': A CouncilCode is written as a text in double quotes: a council's code is an ONS code, E and eight digits such as E06000010, or a DfE number of three digits such as 810.
          { councils(kind: CTIY) { name } } | 'kind' has no Kind 'CTIY'. Did you mean 'CITY'? It is one of: CITY, COUNTY, DISTRICT.
          { councils(kind: "CITY") { name } } | 'kind' is a Kind, written without quotes. Did you mean 'CITY'? It is one of: CITY, COUNTY, DISTRICT.
          { councils(at: "31/03/2025") { name } } | 'at': '31/03/2025' is not a Date: a day is written as year, month and day, such as 2025-03-31.
          { councils(in: "London") { name } } | 'in' is a Group, written { ... } with: region, codes, sized.
          { councils(in: { regoin: "London" }) { name } } | 'in' (Group) has no field 'regoin'. Did you mean 'region'? It has: region, codes, sized.
          { councils(in: { region: "London", codes: ["810"] }) { name } } | Choose exactly one of these for 'in': region, codes, sized. 2 are given.
          { councils(in: {}) { name } } | Choose exactly one of these for 'in': region, codes, sized. 0 are given.
          { councils(in: { codes: ["810", "x"] }) { name } } | 'in.codes[1]': 'x' is not a CouncilCode: a council's code is an ONS code, E and eight digits such as E06000010, or a DfE number of three digits such as 810.
          { councils(in: { sized: { most: 1 } }) { name } } | 'in.sized' (Size) needs 'least' (Int!).
          { councils(in: { sized: { least: 1, most: "2" } }) { name } } | 'in.sized.most': Expected an AST type of 'IntValue' but it was a 'StringValue'.
          query Q($c: CuoncilCode) { __typename } | There is no type 'CuoncilCode'. Did you mean 'CouncilCode' or 'Council'?
          { thing { ... on Regoin { name } } } | There is no type 'Regoin'. Did you mean 'Region'?
          subscription { imports } | There is no subscription here: only queries and mutations are answered.
          { council(code: $c) { name } } | Undefined variable 'c'.
          query Q($c: Kind) { council(code: $c) { name } } | Variable 'c' of type 'Kind' used in position expecting type 'CouncilCode!'.
          { council(code: "810") { ...Names } } | Undefined fragment 'Names'.
          { council(code: '810') { name } } | This is not GraphQL at line 1, column 17. Texts are written in double quotes.
          { council(code: "810") { name } | The document ends too early at line 1, column 32: is a closing bracket missing, or all of it?
          { council(code: ) { name } } | This is not GraphQL at line 1, column 17: ')' does not belong here.
          """)
  void saysWhatThereIsInstead(String document, String message) {
    Reply reply = SERVER.ask(document);
    assertThat(reply.message()).isEqualTo(message);
    assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body().at("/errors/0/locations/0/line").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $code: CouncilCode! | {} | The variable '$code' (CouncilCode!) is not given.
          $code: CouncilCode! | {"cod": "810"} | The variable '$code' (CouncilCode!) is not given. Is it what is sent as 'cod'?
          $code: CouncilCode! | {"code": null} | '$code' may not be null.
          $code: CouncilCode! | {"code": "Hull"} | '$code': 'Hull' is not a CouncilCode: a council's code is an ONS code, E and eight digits such as E06000010, or a DfE number of three digits such as 810.
          $kind: Kind | {"kind": "TOWN"} | '$kind' has no Kind 'TOWN'. It is one of: CITY, COUNTY, DISTRICT.
          $in: Group | {"in": {"region": "a", "codes": []}} | Choose exactly one of these for '$in': region, codes, sized. 2 are given.
          $in: Group | {"in": {"region": null}} | '$in.region' may not be null.
          $in: Group | {"in": {"sized": {"least": 1.5}}} | '$in.sized.least': Expected a value that can be converted to type 'Int' but it was a 'BigDecimal'.
          """)
  void saysWhatIsWrongWithAVariable(String variable, String values, String message) {
    String name = variable.substring(0, variable.indexOf(':'));
    String use =
        switch (name) {
          case "$code" -> "council(code: $code) { name }";
          default -> "councils(" + name.substring(1) + ": " + name + ") { name }";
        };
    String body =
        "{\"query\":\"query Q(" + variable + ") { " + use + " }\",\"variables\":" + values + "}";
    Reply reply = SERVER.post(body, Map.of("Accept", "application/graphql-response+json"));
    assertThat(reply.message()).isEqualTo(message);
    assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(reply.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ($n: Int = 5) { directory(first: $n) { edges { node { name } } } } | {"n": null} | 'first' may not be null.
          ($r: String) { councils(in: {region: $r}) { name } } | {"r": null} | 'in.region' may not be null.
          ($r: String) { councils(in: {region: $r}) { name } } | {} | Choose exactly one of these for 'in': region, codes, sized. 0 are given.
          ($r: String) { thing { ... on Council { neighbours { name } } } councils(in: {region: $r}) { name } } | {} | Choose exactly one of these for 'in': region, codes, sized. 0 are given.
          ($c: CouncilCode = "810") { council(code: $c) { name } } | {"c": null} | 'code' may not be null.
          ($c: CouncilCode = "810") { councils(in: {codes: ["810", $c]}) { name } } | {"c": null} | 'in.codes[1]' may not be null.
          ($c: [CouncilCode!] = ["810"]) { councils(in: {codes: $c}) { name } } | {"c": null} | 'in.codes' may not be null.
          ($l: Int = 1) { councils(in: {sized: {least: $l, most: 2}}) { name } } | {"l": null} | 'in.sized.least' may not be null.
          ($k: Int = 1) { linked(key: 1) { next { key } } other: linked(key: $k) { key } } | {"k": null} | 'key' may not be null.
          ($s: Boolean = true) { exact @skip(if: $s) } | {"s": null} | 'if' of @skip may not be null: send true or false in its variable.
          ($s: Boolean = true) { council(code: "810") { name @include(if: $s) } } | {"s": null} | 'if' of @include may not be null: send true or false in its variable.
          ($t: String = "Query") { __type(name: $t) { name } } | {"t": null} | 'name' may not be null.
          """)
  void saysWhichPlaceTakesNoNull(String document, String values, String message) throws Exception {
    StatementCount count = SERVER.get(StatementCount.class);
    count.reset();
    String body =
        "{\"query\":%s,\"variables\":%s}"
            .formatted(new ObjectMapper().writeValueAsString("query Q" + document), values);
    Reply reply = SERVER.post(body, Map.of("Accept", "application/graphql-response+json"));
    assertThat(reply.message()).isEqualTo(message);
    assertThat(reply.code()).isEqualTo("BAD_USER_INPUT");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(count.total() + count.connections()).isZero();
  }

  @Test
  void saysEachMistakeOnceAndTenAtMost() {
    Reply twice = SERVER.ask("{ a: nmae b: nmae }");
    StringBuilder many = new StringBuilder("{");
    for (int i = 0; i < 12; i++) {
      many.append(" wrong").append(i);
    }
    assertThat(twice.body().at("/errors")).hasSize(1);
    assertThat(SERVER.ask(many + " }").body().at("/errors")).hasSize(10);
  }

  @Test
  void namesTheOperationsOfADocument() {
    String document = "query Hull { __typename } query York { __typename }";
    Reply none = SERVER.ask(document);
    Reply wrong = SERVER.get(document, "&operationName=Hul", Map.of());
    assertThat(none.message())
        .isEqualTo(
            "The document has several operations: name one in 'operationName'. They are: Hull,"
                + " York.");
    assertThat(wrong.message())
        .isEqualTo("The document has no operation 'Hul'. Did you mean 'Hull'? It has: Hull, York.");
  }
}
