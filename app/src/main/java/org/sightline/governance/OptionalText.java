package org.sightline.governance;

import org.jspecify.annotations.Nullable;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;

/** Texts that need not be written. */
public final class OptionalText {
  private OptionalText() {}

  /** As {@link WrittenText#read}, and null where nothing or only blanks are said. */
  public static @Nullable String read(String field, Input input, int longest, UserErrors errors) {
    @Nullable String text = input.text(field);
    return text == null || text.isBlank() ? null : WrittenText.read(field, text, longest, errors);
  }
}
