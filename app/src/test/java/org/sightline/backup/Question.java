package org.sightline.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sightline.local.Database;

/**
 * A worked example that takes nothing from another's answer, and who asks it.
 *
 * @param subject nothing for somebody who has not signed in
 */
record Question(String name, Optional<String> subject, String document) {
  private static final Path EXAMPLES =
      Path.of("../graphql-schema/src/main/resources/sightline/examples/query");
  private static final Pattern AS = Pattern.compile("(?m)^# As (\\S+)$");

  /** The data dictionary is an operator's to import, and has not been. */
  private static final String WITHOUT_AN_ANSWER = "dictionary.graphql";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** All of them; those of the log first, because the others write to it. */
  static List<Question> all(Database database) throws SQLException {
    List<Question> questions = new ArrayList<>();
    try (Stream<Path> files = Files.list(EXAMPLES);
        Connection owner = database.connect()) {
      for (Path file :
          files.filter(path -> path.toString().endsWith(".graphql")).sorted().toList()) {
        String document = Files.readString(file);
        if (!document.contains("\n# $") && !file.endsWith(WITHOUT_AN_ANSWER)) {
          questions.add(
              new Question(
                  file.getFileName().toString().replace(".graphql", ""),
                  subject(owner, document),
                  document));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> ofTheLog = List.of("accessLog", "whoSeesOurs");
    return Stream.concat(
            questions.stream().filter(one -> ofTheLog.contains(one.name())),
            questions.stream().filter(one -> !ofTheLog.contains(one.name())))
        .toList();
  }

  private static Optional<String> subject(Connection owner, String document) throws SQLException {
    Matcher person = AS.matcher(document);
    if (!person.find()) {
      throw new AssertionError("Nobody asks: " + document);
    }
    if (person.group(1).equals("nobody")) {
      return Optional.empty();
    }
    try (PreparedStatement statement =
        owner.prepareStatement("SELECT subject FROM member WHERE split_part(email, '@', 1) = ?")) {
      statement.setString(1, person.group(1));
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new AssertionError("There is no " + person.group(1));
        }
        return Optional.of(row.getString(1));
      }
    }
  }

  byte[] body() {
    try {
      return JSON.writeValueAsBytes(Map.of("query", document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return name + " as " + subject.orElse("nobody");
  }
}
