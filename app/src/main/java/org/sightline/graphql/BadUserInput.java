package org.sightline.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The caller asked for something that cannot be; the message tells them what can. */
public final class BadUserInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final @Nullable String argument;
  private final List<String> allowed;

  /**
   * @param message a sentence for the caller: what was asked, what is allowed
   */
  public BadUserInput(String message) {
    this(message, null, List.of());
  }

  /**
   * @param argument the argument's name, dotted where it lies inside an input, such as {@code
   *     group.region}; null when no single one is wrong
   */
  public BadUserInput(String message, @Nullable String argument) {
    this(message, argument, List.of());
  }

  /**
   * @param allowed the values that would do, or the nearest of them; empty when they cannot be
   *     listed
   */
  public BadUserInput(String message, @Nullable String argument, List<String> allowed) {
    super(message);
    this.argument = argument;
    this.allowed = List.copyOf(allowed);
  }

  /** The message for the caller. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** The argument that is wrong, or null. */
  public @Nullable String argument() {
    return argument;
  }

  /** Values that would do; may be empty. */
  public List<String> allowed() {
    return allowed;
  }
}
