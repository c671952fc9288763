package org.sightline.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sightline.TestSightline;

/** Whose connection is ended in the middle is told so, and whether something may have stayed. */
final class LostConnectionTest {
  private static final Question QUESTION = new Question("a test", null, "a test");
  private static final String END = "SELECT pg_terminate_backend(pg_backend_pid())";
  private static final String ENDS_WHEN_KEPT =
      """
      CREATE TABLE kept (number integer);
      CREATE FUNCTION ends() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(1); RETURN NULL; END $$;
      CREATE CONSTRAINT TRIGGER ends AFTER INSERT ON kept DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION ends();
      GRANT INSERT ON kept TO sightline_app
      """;

  private TestSightline sightline;
  private ViewerTransactions transactions;

  @BeforeEach
  void start() {
    sightline = TestSightline.empty();
    transactions = sightline.get(ViewerTransactions.class);
  }

  @AfterEach
  void stop() {
    sightline.close();
  }

  @Test
  void aReadIsToldThatItIsLost() {
    isLost(
        () -> transactions.read(Viewer.ANONYMOUS, QUESTION, () -> execute(END)),
        "nothing of this stays");
  }

  @Test
  void andSoItIsWhereTheWorkHasMadeAnAnswerOfIt() {
    isLost(
        () -> transactions.read(Viewer.ANONYMOUS, QUESTION, this::endAndSayNothing),
        "nothing of this stays");
  }

  @Test
  void aWriteIsToldThatNothingOfItStays() {
    isLost(
        () -> transactions.write(Viewer.ANONYMOUS, QUESTION, _ -> true, () -> execute(END)),
        "nothing of this stays");
  }

  @Test
  void aWriteThatWasBeingKeptIsToldToLook() throws SQLException {
    try (Connection owner = sightline.database().connect();
        Statement statement = owner.createStatement()) {
      statement.execute(ENDS_WHEN_KEPT);
    }

    isLost(
        () ->
            transactions.write(
                Viewer.ANONYMOUS,
                QUESTION,
                _ -> true,
                () -> execute("INSERT INTO kept VALUES (1)")),
        "look whether it is there");
  }

  private void isLost(ThrowingCallable work, String sentence) {
    assertThatExceptionOfType(NoConnection.class)
        .isThrownBy(work)
        .satisfies(lost -> assertThat(lost.message()).contains(sentence));
    assertThat(
            transactions.<Integer>read(
                Viewer.ANONYMOUS, QUESTION, () -> execute("SELECT count(*) FROM area")))
        .as("the next one has another")
        .isZero();
  }

  private int execute(String sql) {
    return Sql.execute(sightline.get(Connection.class), sql);
  }

  private boolean endAndSayNothing() {
    try {
      int _ = execute(END);
      return false;
    } catch (SqlFailure e) {
      return true;
    }
  }
}
