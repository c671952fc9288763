package org.sightline.governance.intervention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;
import org.sightline.governance.Visibility;

/**
 * One step on the ladder of intervention in a council.
 *
 * @param to when it ended, null where it goes on or no end is stated
 * @param ended how, null while it goes on
 */
public record Intervention(
    int key,
    int councilKey,
    InterventionKind kind,
    StatedDay from,
    @Nullable StatedDay to,
    @Nullable InterventionEnd ended,
    Span held,
    @Nullable String note,
    String source,
    @Nullable String paragraph,
    Visibility visibility,
    int version) {

  /** From when to when, in words. */
  public String span() {
    String begun = "%s to ".formatted(from.inWords());
    if (to != null) {
      return begun + to.inWords() + (ended == null ? "" : ", " + ended.words());
    }
    return ended == null
        ? "Since " + from.inWords()
        : "Since " + from.inWords() + "; whether it has ended is not stated";
  }

  /** The last day on which it can have held, null where there is none. */
  public @Nullable LocalDate possibleTo() {
    return held.possibleTo();
  }

  /** Whether it held on a day, and why. */
  InterventionOnDay on(LocalDate day) {
    Certainty certainty = held.certainty(day);
    return new InterventionOnDay(day, certainty, held.counts(day), sentence(day, certainty));
  }

  private String sentence(LocalDate day, Certainty certainty) {
    if (certainty == Certainty.CERTAIN) {
      return "It held on this day: %s.".formatted(span());
    }
    if (certainty == Certainty.NOT_HELD) {
      return "It did not hold on this day: %s.".formatted(span());
    }
    return day.isAfter(from.last()) ? atTheEnd(day) : atTheBeginning();
  }

  private String atTheBeginning() {
    return "It began in %s, of which no day is known: it counts from %s on."
        .formatted(from.inWords(), held.countedFrom());
  }

  private String atTheEnd(LocalDate day) {
    if (to == null) {
      return "No end is stated: it counts as going on.";
    }
    return "It ended in %s, of which no day is known (%s): it counts until %s, and so %s on this day."
        .formatted(
            to.inWords(),
            ended == null ? InterventionEnd.NOT_STATED.words() : ended.words(),
            held.countedTo(),
            held.counts(day) ? "still" : "no more");
  }
}
