package org.sightline.intake;

/**
 * The periods and breakdowns of one file, numbered until the database gives them ids.
 *
 * @param breakdowns without the empty one, whose number is 0
 */
record Names(Numbering<FilePeriod> periods, Numbering<String> breakdowns) {
  Names() {
    this(new Numbering<>(), new Numbering<>());
  }

  int breakdown(String code) {
    return code.isEmpty() ? 0 : breakdowns.of(code);
  }
}
