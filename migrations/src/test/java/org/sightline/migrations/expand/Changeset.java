package org.sightline.migrations.expand;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step of a migration, as its file says it.
 *
 * @param id after the colon
 * @param unusedSince the release from which on nothing uses what the step takes away, where it says
 *     so: {@code -- contract: unused since 1.4.0}
 * @param statements in capitals, without comments, and without what is quoted
 */
record Changeset(
    String id, boolean isInTransaction, Optional<String> unusedSince, List<String> statements) {
  private static final Pattern HEAD = Pattern.compile("(?m)^--changeset sightline:(\\S+)(.*)$");
  private static final Pattern CONTRACT =
      Pattern.compile("(?m)^-- contract: unused since ([0-9]+\\.[0-9]+\\.[0-9]+)$");
  private static final Pattern NOT_SAID =
      Pattern.compile("(--[^\\n]*|/\\*.*?\\*/)|\\$(\\w*)\\$.*?\\$\\2\\$|'[^']*'", Pattern.DOTALL);

  /** The changesets of a file, in their order. */
  static List<Changeset> of(String file) {
    List<Changeset> changesets = new ArrayList<>();
    Matcher head = HEAD.matcher(file);
    boolean isThere = head.find();
    while (isThere) {
      String id = head.group(1);
      boolean isInTransaction = !head.group(2).contains("runInTransaction:false");
      int begin = head.end();
      isThere = head.find();
      String text = file.substring(begin, isThere ? head.start() : file.length());
      changesets.add(of(id, isInTransaction, text));
    }
    return changesets;
  }

  private static Changeset of(String id, boolean isInTransaction, String text) {
    Matcher contract = CONTRACT.matcher(text);
    return new Changeset(
        id,
        isInTransaction,
        contract.find() ? Optional.of(contract.group(1)) : Optional.empty(),
        statements(text));
  }

  private static List<String> statements(String text) {
    String said =
        NOT_SAID
            .matcher(text)
            .replaceAll(found -> found.group(1) == null ? "''" : " ")
            .replaceAll("\\s+", " ");
    return Arrays.stream(said.toUpperCase(Locale.ROOT).split(";"))
        .map(String::strip)
        .filter(statement -> !statement.isEmpty())
        .toList();
  }
}
