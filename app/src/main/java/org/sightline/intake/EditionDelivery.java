package org.sightline.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.intake.EditionStore.EarlierFile;
import org.sightline.intake.ReferenceStore.Release;

/** A file of figures, which becomes part of a release as an edition of a table. */
sealed interface EditionDelivery extends Delivery permits OfficialDelivery, ReturnDelivery {
  /** What it is an edition of. */
  String table();

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
