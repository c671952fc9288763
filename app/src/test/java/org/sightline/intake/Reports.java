package org.sightline.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The report of a run, read back from what the run stores. */
final class Reports {
  private Reports() {}

  static ImportReport of(ImportRun run) {
    try {
      return new ObjectMapper().readValue(run.report(), ImportReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
