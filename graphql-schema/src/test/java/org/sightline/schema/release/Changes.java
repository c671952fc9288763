package org.sightline.schema.release;

import java.util.ArrayList;
import java.util.List;
import org.sightline.schema.release.Change.Weight;

/** The changes found so far, and what to do instead of each. */
final class Changes {
  private static final String LEAVING =
      "Keep it and mark it @deprecated(reason: \"Use ... Kept until <day>.\"): it may leave after"
          + " that day, once a release has said so.";
  private static final String BESIDE =
      "Leave it as it was, and add another beside it under a name of its own.";
  private static final String OPTIONAL = "Let it be left out: nullable, or with a default.";
  private static final String CHECK =
      "Make sure that nobody relies on it, and tell of it in the release's notes.";

  private final List<Change> found = new ArrayList<>();

  void gone(String path, String what) {
    breaking(path, what, LEAVING);
  }

  void different(String path, String what) {
    breaking(path, what, BESIDE);
  }

  void demanded(String path, String what) {
    breaking(path, what, OPTIONAL);
  }

  void dangerous(String path, String what) {
    found.add(new Change(Weight.DANGEROUS, path, what, CHECK));
  }

  private void breaking(String path, String what, String instead) {
    found.add(new Change(Weight.BREAKING, path, what, instead));
  }

  List<Change> found() {
    return List.copyOf(found);
  }
}
