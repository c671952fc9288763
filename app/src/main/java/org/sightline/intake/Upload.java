package org.sightline.intake;

import java.nio.file.Path;

/** What anybody says who brings a file in. */
sealed interface Upload permits ImportRequest, ReturnRequest, PlanSheetRequest {
  /** Where the bytes are; the caller removes the file, if it is temporary. */
  Path file();

  /** The sender's name of the file, without any path. */
  String fileName();

  /** Whether one rejected row refuses the file. */
  boolean strict();
}
