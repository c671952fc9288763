package org.sightline.intake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Member;

/**
 * Brings official files in.
 *
 * @param operator null for whoever is at this machine
 */
record OfficialImporter(ImportService imports, @Nullable Member operator) implements Importer {
  @Override
  public String places() {
    return "official";
  }

  @Override
  public void requireUpload() {
    // Who is an operator, or at this machine, may.
  }

  @Override
  public Importing begin(ImportForm form) throws IOException {
    return imports.begin(form.request(), operator);
  }

  @Override
  public Optional<ImportRun> find(UUID id) {
    return imports.find(id);
  }

  @Override
  public List<ImportRun> list(int limit) {
    return imports.list(limit);
  }

  @Override
  public boolean cancel(UUID id) {
    String who = operator == null ? "The operator" : operator.name();
    return imports.cancel(id, who + " cancelled it. Nothing of the file was written.");
  }

  @Override
  public void forEachRejection(UUID id, Consumer<Rejection> consumer) {
    imports.forEachRejection(id, consumer);
  }
}
