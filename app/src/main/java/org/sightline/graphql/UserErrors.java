package org.sightline.graphql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that a caller is told all of it at once. */
public final class UserErrors {
  private final List<UserError> found = new ArrayList<>();

  /** Notes that something is wrong, as {@link UserError} has it. */
  public void add(@Nullable String field, String code, String message) {
    found.add(new UserError(field, code, message));
  }

  /** Notes that something is wrong where it is. */
  public void addIf(boolean isWrong, @Nullable String field, String code, String message) {
    if (isWrong) {
      add(field, code, message);
    }
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** In the order in which they were found. */
  public List<UserError> list() {
    return List.copyOf(found);
  }
}
