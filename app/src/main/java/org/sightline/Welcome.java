package org.sightline;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is printed when the server answers: what to type next.
 *
 * @param address such as {@code http://127.0.0.1:8080}
 * @param command runs the program's other commands against this database; nothing when unknown
 * @param importToken lets a file be posted from this machine; nothing when files cannot be posted
 * @param mappings how many kinds of official file can be read
 */
record Welcome(
    String address, Optional<String> command, Optional<String> importToken, int mappings) {
  private static final String FIRST_QUERY =
      """
      query { benchmark(indicator: \\"children-looked-after-rate\\", among: {neighboursOf: {council: \\"E06000010\\"}}) { \
      indicator { name } period { code } \
      standings { area { name } value numerator denominator comparators { neighbourMean { value n } neighbourMedian { value n } } } \
      england { value } } }\
      """;

  Stream<String> lines() {
    return Stream.of(where(), firstQuery(), moreFiles(), stop()).flatMap(String::lines);
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

  private String moreFiles() {
    String run = command.orElse("java -jar sightline.jar");
    String byCommand =
        """

        Import a full official file as it was published; %d mappings are built in:

        %s import FILE --mapping NAME --release NAME
        """
            .formatted(mappings, run);
    return byCommand + importToken.map(this::byPost).orElse("");
  }

  private String byPost(String token) {
    return """
    curl -s %s/imports -H 'Authorization: Bearer %s' -F mapping=NAME -F release=NAME -F file=@FILE
    """
        .formatted(address, token);
  }

  private static String stop() {
    return """

    Ctrl-C stops it.\
    """;
  }
}
