package org.sightline.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Who brings files in over HTTP, and which imports that somebody sees. */
interface Importer {
  /** Whose places it takes: two files on their way and two imports at a time. */
  String places();

  /**
   * Lets go on who may bring a file.
   *
   * @throws org.sightline.tenancy.Forbidden with a sentence
   */
  void requireUpload();

  /**
   * Registers the import that a form asks for.
   *
   * @throws ImportForm.BadFormException when the form asks for what cannot be
   * @throws ImportRefusedException when it does not fit what stands
   */
  Importing begin(ImportForm form) throws IOException;

  /** An import; nothing where there is none, or it is somebody else's. */
  Optional<ImportRun> find(UUID id);

  /** The latest imports, newest first. */
  List<ImportRun> list(int limit);

  /** Cancels an import; false when it has ended already. */
  boolean cancel(UUID id);

  /** Every rejection of an import, by line. */
  void forEachRejection(UUID id, Consumer<Rejection> consumer);
}
