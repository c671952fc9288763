package org.sightline.benchmark.independent;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sightline.local.Database;
import org.sightline.local.TestPostgres;
import org.sightline.tenancy.Sql;

/** The independent side: a scratch database in which SQL computes everything from the raw files. */
final class IndependentAnswers implements AutoCloseable {
  private static final List<String> GEOGRAPHY =
      List.of(
          "geography/dfe_las.csv",
          "geography/New_Statistical_Neighbour_Groupings_April_2021.csv",
          "geography/sn_model_2025_wide.csv");

  /** The columns of an answer that are compared. */
  static final List<String> WHAT =
      List.of(
          "value",
          "rank",
          "band",
          "change",
          "summary",
          "mean_2025",
          "median_2025",
          "n_2025",
          "absent_2025",
          "mean_2021",
          "median_2021",
          "n_2021",
          "absent_2021");

  private final Database database = TestPostgres.freshDatabase();
  private final Connection connection;

  /** Reads and computes; some seconds. */
  IndependentAnswers() throws SQLException, IOException {
    connection = database.connect();
    RawFiles files = new RawFiles(connection);
    run("tables.sql");
    files.copy("asked", new StringReader(text("indicators.csv")));
    TreeSet<String> asked = new TreeSet<>(texts("SELECT DISTINCT file FROM asked"));
    asked.addAll(GEOGRAPHY);
    for (String file : asked) {
      files.load(file);
    }
    for (String step :
        List.of("councils.sql", "figures.sql", "places.sql", "neighbours.sql", "answers.sql")) {
      run(step);
    }
  }

  /** Every indicator, breakdown and period there is, the newest first. */
  List<Question> questions() throws SQLException {
    List<Question> questions = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT indicator, breakdown, year, direction FROM period JOIN line USING (indicator, breakdown)
                ORDER BY indicator, breakdown, year DESC
                """)) {
      while (rows.next()) {
        questions.add(
            new Question(rows.getString(1), rows.getString(2), rows.getInt(3), rows.getString(4)));
      }
    }
    return questions;
  }

  /** By area, what there is to say of it; empty text for nothing. */
  Map<String, Map<String, String>> answers(Question question) throws SQLException {
    Map<String, Map<String, String>> answers = new TreeMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM answer WHERE indicator = ? AND breakdown = ? AND year = ?")) {
      statement.setString(1, question.indicator());
      statement.setString(2, question.breakdown());
      statement.setInt(3, question.year());
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          answers.put(rows.getString("area"), answer(rows));
        }
      }
    }
    return answers;
  }

  /** The first column of a query over the scratch database's tables. */
  List<String> texts(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static Map<String, String> answer(ResultSet row) throws SQLException {
    Map<String, String> answer = new LinkedHashMap<>();
    for (String what : WHAT) {
      answer.put(what, Objects.requireNonNullElse(row.getString(what), ""));
    }
    return answer;
  }

  private void run(String step) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text(step));
    }
  }

  private static String text(String file) {
    return Sql.beside(IndependentAnswers.class, file);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    TestPostgres.drop(database);
  }
}
