package org.sightline.plan.report;

import org.jspecify.annotations.Nullable;

/**
 * A count in two reports.
 *
 * @param change after less before; null where one of them is missing
 * @param whyNot a sentence where there is no change to state, null where there is
 */
public record CountChange(
    @Nullable Integer before,
    @Nullable Integer after,
    @Nullable Integer change,
    @Nullable String whyNot) {
  static CountChange of(
      Side from, @Nullable Integer before, Side to, @Nullable Integer after, String what) {
    return before == null || after == null
        ? new CountChange(before, after, null, whyNot(from, before, to, after, what))
        : new CountChange(before, after, after - before, null);
  }

  /** A report as a sentence names it, and why it has no count where it has none. */
  record Side(StatusReport report, @Nullable MissingCount missing) {}

  private static String whyNot(
      Side from, @Nullable Integer before, Side to, @Nullable Integer after, String what) {
    if (before == null && after == null && from.missing() == to.missing()) {
      return from.missing() == MissingCount.NOT_IN_SCHEME
          ? "No status of the plan's scheme tells %s.".formatted(what)
          : "Neither %s nor %s states %s."
              .formatted(from.report().inWords(), to.report().inWords(), what);
    }
    return because(before == null ? from : to, what);
  }

  private static String because(Side side, String what) {
    return side.missing() == MissingCount.NOT_IN_SCHEME
        ? "No status of %s tells %s.".formatted(side.report().inWords(), what)
        : "%s does not state %s.".formatted(capital(side.report().inWords()), what);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
