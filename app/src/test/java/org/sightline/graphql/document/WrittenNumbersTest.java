package org.sightline.graphql.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are counted wherever they are, and nothing else is. */
final class WrittenNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          { a(b: 123456789) }                            | 9
          { a(b: -12345678) }                            | 9
          { a(b: 1.2345678) }                            | 9
          { a(b: 123456e-9) }                            | 9
          { a(b: [123 45, -6]) }                         | 7
          { a(b: "text", c: 123456789) }                 | 9
          { a(b: \"""a "text" \\\""" more\""", c: 12) }  | 2
          { a(b: "\\"", c: 123456789) }                  | 9
          { a(b: "", c: 123456789) }                     | 9
          12                                             | 2
          { a123456789 _123456789(b: $c123456789) }      | 0
          { a(b: "123456789") }                          | 0
          { a(b: \"""123456789 "123456789"\""") }        | 0
          { a(b: "\\"123456789") }                       | 0
          { a } # 123456789                              | 0
          { a(b: "123456789                              | 0
          """)
  void areCounted(String document, int characters) {
    assertThat(WrittenNumbers.charactersIn(document)).isEqualTo(characters);
  }

  @ParameterizedTest
  @CsvSource({"'\n', 3", "'\r', 3", "' ', 0"})
  void aCommentEndsWithItsLine(String end, int characters) {
    assertThat(WrittenNumbers.charactersIn("# a \"comment\\" + end + "{ a(b: 123) }"))
        .isEqualTo(characters);
  }
}
