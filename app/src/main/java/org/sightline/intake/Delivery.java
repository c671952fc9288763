package org.sightline.intake;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file as somebody brings it in: whose it is, and how strictly it is taken. */
sealed interface Delivery permits EditionDelivery, OfficialFile, PlanSheetDelivery {
  /** What the sender asked for. */
  Upload request();

  /** Where the bytes are. */
  default Path file() {
    return request().file();
  }

  /** The sender's name of the file, without any path. */
  default String fileName() {
    return request().fileName();
  }

  /** How its rows are read, by the name that is kept beside them. */
  String mapping();

  /** Whose its rows are. */
  Belonging belonging();

  /** The release that the sender named, null where none. */
  @Nullable String release();

  /** Whether one rejected row refuses the file. */
  default boolean strict() {
    return request().strict();
  }

  /** More rejected rows than these refuse the file. */
  long mostRejections();

  /** The sheet of a workbook that is read; without one of this name the first that is shown. */
  default String sheet() {
    return "return";
  }
}
