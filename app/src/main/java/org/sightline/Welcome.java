package org.sightline;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is printed when the server answers: what to type next.
 *
 * @param address such as {@code http://127.0.0.1:8080}
 * @param command runs the program's other commands against this database; nothing when unknown
 * @param importToken lets a file be posted from this machine; nothing where it is not to be printed
 * @param signIn nothing unless the people of the demonstration can sign in
 */
record Welcome(
    String address,
    Optional<String> command,
    Optional<String> importToken,
    Optional<DemonstrationSignIn> signIn) {
  private static final String FIRST_QUERY =
      """
      query { benchmark(indicator: \\"children-looked-after-rate\\", among: {neighboursOf: {council: \\"E06000010\\"}}) { \
      indicator { name } period { code } \
      standings { area { name } value numerator denominator comparators { neighbourMean { value n } neighbourMedian { value n } } } \
      england { value } } }\
      """;

  Stream<String> lines() {
    return Stream.of(where(), firstQuery(), people(), moreFiles(), stop()).flatMap(String::lines);
  }

  private String where() {
    return """

    Sightline %s answers at %s/graphql
    """
        .formatted(ProgramVersion.text(), address);
  }

  private String firstQuery() {
    return """

    How does Hull compare with its neighbours on children looked after? Paste this into another terminal:

    curl -s %s/graphql -H 'Content-Type: application/json' -d '{"query": "%s"}'
    """
        .formatted(address, FIRST_QUERY);
  }

  private String people() {
    return signIn.map(people -> people.text(address, FIRST_QUERY)).orElse("");
  }

  private String moreFiles() {
    String run = command.orElse("java -jar sightline.jar");
    return """

    Import a full official file as it was published ("%1$s import --list" says which are known), by either of:

    %1$s import FILE --release children-looked-after-2025
    curl -s %2$s/imports -H "Authorization: Bearer %3$s" -F mapping=NAME -F release=NAME -F file=@FILE
    """
        .formatted(run, address, importToken.orElse("$SIGHTLINE_IMPORT_TOKEN"));
  }

  private static String stop() {
    return """

    Ctrl-C stops it.\
    """;
  }
}
