package org.sightline.graphql.schema;

import graphql.scalars.ExtendedScalars;
import graphql.schema.GraphQLScalarType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The scalars of the schema beside GraphQL's own five. Their descriptions stand in the schema. */
final class Scalars {
  private static final Pattern COUNCIL_CODE = Pattern.compile("[EX][0-9]{8}|[0-9]{3}");
  private static final Pattern INDICATOR_CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern PERIOD_CODE =
      Pattern.compile(
          "[0-9]{4}[-/A-Z0-9 ]{0,10}|(year|[0-9]{4}/[0-9]{2}) to [0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Pattern PARTIAL = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
  private static final String REST_OF_A_DATE = "-01-01";
  private static final int YEAR_LENGTH = 4;

  static final GraphQLScalarType DATE =
      new TextScalar<>(
              "Date",
              "a day is written as year, month and day, such as 2025-03-31",
              LocalDate.class,
              LocalDate::parse)
          .scalar();

  static final GraphQLScalarType DATE_TIME =
      new TextScalar<>(
              "DateTime",
              "an instant is written with its offset, such as 2026-03-31T09:30:00Z",
              OffsetDateTime.class,
              Scalars::instant,
              DateTimeFormatter.ISO_OFFSET_DATE_TIME::format)
          .scalar();

  static final GraphQLScalarType COUNCIL_CODE_SCALAR =
      new TextScalar<>(
              "CouncilCode",
              "a council's code is an ONS code, E and eight digits such as E06000010, or a DfE"
                  + " number of three digits such as 810",
              String.class,
              matching(COUNCIL_CODE))
          .scalar();

  static final GraphQLScalarType INDICATOR_CODE_SCALAR =
      new TextScalar<>(
              "IndicatorCode",
              "an indicator's code is in lower case with hyphens, such as"
                  + " children-looked-after-rate",
              String.class,
              matching(INDICATOR_CODE))
          .scalar();

  static final GraphQLScalarType PERIOD_CODE_SCALAR =
      new TextScalar<>(
              "PeriodCode",
              "a period is written as 2025, 2025-03-31, 2025-03, 2024/25, 2024/25 Q1, year to 2025-03-31"
                  + " or 2024/25 to 2024-12-31",
              String.class,
              matching(PERIOD_CODE))
          .scalar();

  static final GraphQLScalarType PARTIAL_DATE =
      new TextScalar<>(
              "PartialDate",
              "a day is written as 2020-02-14, a month of which no day is known as 2020-02, and a"
                  + " year as 2020",
              String.class,
              Scalars::partialDate)
          .scalar();

  /** A JSON number, exact: never a binary fraction on its way. */
  static final GraphQLScalarType DECIMAL =
      ExtendedScalars.newAliasedScalar("Decimal")
          .aliasedScalar(ExtendedScalars.GraphQLBigDecimal)
          .build();

  static final List<GraphQLScalarType> ALL =
      List.of(
          DATE,
          DATE_TIME,
          COUNCIL_CODE_SCALAR,
          INDICATOR_CODE_SCALAR,
          PERIOD_CODE_SCALAR,
          PARTIAL_DATE,
          DECIMAL);

  private Scalars() {}

  /** PostgreSQL's instants end far beyond these years, and Java's beyond PostgreSQL's. */
  private static OffsetDateTime instant(String text) {
    OffsetDateTime instant = OffsetDateTime.parse(text);
    if (instant.getYear() < 1900 || instant.getYear() > 9999) {
      throw new IllegalArgumentException("out of range");
    }
    return instant;
  }

  private static String partialDate(String text) {
    String written = matching(PARTIAL).apply(text);
    LocalDate first =
        LocalDate.parse(written + REST_OF_A_DATE.substring(written.length() - YEAR_LENGTH));
    if (first.getYear() < 1900) {
      throw new IllegalArgumentException("out of range");
    }
    return text;
  }

  private static Function<String, String> matching(Pattern pattern) {
    return text -> {
      if (!pattern.matcher(text).matches()) {
        throw new IllegalArgumentException("malformed");
      }
      return text;
    };
  }
}
