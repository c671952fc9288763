package org.sightline.access.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;
import org.sightline.tenancy.Viewer;

/** Nobody can invite the first operator: what the guide says instead does it. */
final class FirstOperatorTest {
  private static final Pattern STATEMENT =
      Pattern.compile("## 5\\. The first operator.*?```sql\\n(.*?)```", Pattern.DOTALL);

  @Test
  void isMadeByTheStatementOfTheGuideAndJoinedByTheVerifiedAddress() throws Exception {
    try (TestSightline sightline = TestSightline.empty()) {
      run(sightline, statement());
      JsonNode known =
          sightline.ask(signedIn("sam.carter@operator.example"), QUESTION).get("viewer");

      assertThat(known.get("name").asText()).isEqualTo("Sam Carter");
      assertThat(known.get("roles").toString()).isEqualTo("[\"OPERATOR\"]");
      assertThat(known.at("/organisation/name").asText()).isEqualTo("Operations");
      assertThat(sightline.answer(signedIn("somebody.else@operator.example"), QUESTION).toString())
          .contains("FORBIDDEN");
    }
  }

  private static final String QUESTION = "{ viewer { name roles organisation { name } } }";

  private static Viewer signedIn(String address) {
    return new Viewer("subject of " + address, Optional.empty(), Optional.of(address));
  }

  private static String statement() throws IOException {
    Path guide =
        Path.of(
            System.getProperty("sightline.repository", ".."),
            "docs/guides/running-on-kubernetes.md");
    Matcher matcher = STATEMENT.matcher(Files.readString(guide));
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static void run(TestSightline sightline, String sql) throws SQLException {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isOne();
    }
  }
}
