package org.sightline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.sightline.local.TestPostgres;

/** The sign-in service's people and the database's are the same, or nobody of them gets in. */
class DemonstrationRealmTest {
  private static final String SERVICE_ACCOUNT = "service-account-";

  @Test
  void everyPersonHasTheSubjectThatTheRealmGives() throws IOException {
    Stream<String> realm =
        each(realm().get("users"))
            .filter(user -> user.path("id").asText().startsWith("00000000-"))
            .map(DemonstrationRealmTest::inWords);

    assertThat(
            rows("members.csv").stream()
                .map(
                    member ->
                        String.join(
                            " ",
                            member.getField("subject"),
                            member.getField("username"),
                            member.getField("name"))))
        .containsExactlyInAnyOrderElementsOf(realm.toList());
  }

  @Test
  void everyPersonIsInTheOrganisationOfTheRealm() throws IOException {
    Stream<String> realm =
        each(realm().get("organizations"))
            .flatMap(
                organisation ->
                    each(organisation.get("members"))
                        .map(
                            member ->
                                organisation.get("alias").asText()
                                    + " "
                                    + member.get("username").asText()));

    assertThat(
            rows("members.csv").stream()
                .filter(member -> member.getField("client_id").isEmpty())
                .map(member -> member.getField("organisation") + " " + member.getField("username")))
        .containsExactlyInAnyOrderElementsOf(realm.toList());
  }

  @Test
  void everyOrganisationHasTheNameOfTheRealm() throws IOException {
    Stream<String> realm =
        each(realm().get("organizations"))
            .map(
                organisation ->
                    organisation.get("alias").asText() + " " + organisation.get("name").asText());

    assertThat(
            rows("organisations.csv").stream()
                .map(row -> row.getField("code") + " " + row.getField("name")))
        .containsExactlyInAnyOrderElementsOf(realm.toList());
  }

  private static String inWords(JsonNode user) {
    String username = user.get("username").asText();
    boolean isMachine = username.startsWith(SERVICE_ACCOUNT);
    String name = user.get("firstName").asText() + " " + user.get("lastName").asText();
    return String.join(
        " ",
        user.get("id").asText(),
        isMachine ? username.substring(SERVICE_ACCOUNT.length()) : username,
        isMachine ? "Hull Power BI" : name);
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static JsonNode realm() throws IOException {
    try (InputStream stream = TestPostgres.class.getResourceAsStream("realm.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(stream));
    }
  }

  private static List<NamedCsvRecord> rows(String name) {
    return DefinitionFiles.list("demonstration", ".csv", Optional.empty()).stream()
        .filter(file -> file.name().equals(name))
        .flatMap(file -> CsvReader.builder().ofNamedCsvRecord(file.text()).stream())
        .toList();
  }
}
