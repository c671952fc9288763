package org.sightline.intake;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.EditionStore.EarlierFile;
import org.sightline.intake.ReferenceStore.Release;

/** A file as somebody brings it in: whose it is, how its rows are read, what it is part of. */
interface Delivery {
  /** Where the bytes are. */
  Path file();

  /** The sender's name of the file, without any path. */
  String fileName();

  /** How its rows are read, by the name that is kept beside them. */
  String mapping();

  /** What it is an edition of. */
  String table();

  /** Whose its rows are. */
  Belonging belonging();

  /** The release that the sender named, null where none. */
  @Nullable String release();

  /** Whether one rejected row refuses the file. */
  boolean strict();

  /** More rejected rows than these refuse the file. */
  long mostRejections();

  /** Whether the file may be a workbook. */
  boolean takesWorkbooks();

  /** Whether a row's denominator may stand in another row. */
  boolean looksElsewhere();

  /** The mappings whose figures a file of this kind stands behind, once it has come itself. */
  List<String> restatements();

  /**
   * How the file's rows are read.
   *
   * @throws ImportRefusedException when the header is not of this kind of file
   */
  FileRows rows(Header header, ReferenceStore reference, Tally tally, Names names);

  /**
   * Whether a file that came before leaves nothing for this one to bring.
   *
   * @throws ImportRefusedException when the file cannot come again under the release it names
   */
  boolean isWhole(EarlierFile earlier);

  /** The same, when the rows have been read: whether no more of them hold than did before. */
  boolean isNoMoreThan(EarlierFile earlier, long rowsTaken);

  /**
   * The release that the file is part of, added where it is new.
   *
   * @param ofRows the release that the rows name, null where they name none
   * @throws ImportRefusedException when it cannot be the file's release
   */
  Release choose(ReferenceStore reference, @Nullable String ofRows);
}
