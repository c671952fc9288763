package org.sightline.governance.intervention;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.OptionalText;
import org.sightline.governance.StatedDay;
import org.sightline.graphql.Input;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;

/** Reads what an input says of an intervention, and says in a sentence each what is wrong. */
final class FactsReader {
  private static final int LONGEST_NOTE = 2000;
  private static final int LONGEST_SOURCE = 500;
  private static final int LONGEST_PARAGRAPH = 100;
  private static final String TO = "to";
  private static final String ENDED = "ended";

  private final Input input;
  private final Optional<Facts> known;
  private final UserErrors errors;

  /**
   * A reader of one input.
   *
   * @param known what stands where the input says nothing; nothing for a new one
   */
  FactsReader(Input input, Optional<Facts> known, UserErrors errors) {
    this.input = input;
    this.known = known;
    this.errors = errors;
  }

  Facts read() {
    @Nullable StatedDay to = isSaid(TO) ? day(TO) : known.map(Facts::to).orElse(null);
    Facts facts =
        new Facts(
            isSet("kind")
                ? input.choice("kind", InterventionKind.class)
                : known.orElseThrow().kind(),
            isSet("from") ? StatedDay.parse(input.required("from")) : known.orElseThrow().from(),
            to,
            ended(to),
            isSaid("note")
                ? OptionalText.read("note", input, LONGEST_NOTE, errors)
                : known.map(Facts::note).orElse(null),
            isSaid("source")
                ? WrittenText.read("source", input.text("source"), LONGEST_SOURCE, errors)
                : known.orElseThrow().source(),
            isSaid("paragraph")
                ? OptionalText.read("paragraph", input, LONGEST_PARAGRAPH, errors)
                : known.map(Facts::paragraph).orElse(null));
    check(facts);
    return facts;
  }

  private @Nullable InterventionEnd ended(@Nullable StatedDay to) {
    if (isSet(ENDED)) {
      return input.choice(ENDED, InterventionEnd.class);
    }
    if (isSaid(ENDED) || (isSaid(TO) && to == null)) {
      return to == null ? null : InterventionEnd.NOT_STATED;
    }
    @Nullable InterventionEnd before = known.map(Facts::ended).orElse(null);
    return before == null && to != null ? InterventionEnd.NOT_STATED : before;
  }

  private void check(Facts facts) {
    @Nullable StatedDay to = facts.to();
    errors.addIf(
        to != null && to.first().isBefore(facts.from().first()),
        TO,
        "NOT_ALLOWED",
        "It cannot have ended before it began: %s lies before %s.".formatted(to, facts.from()));
    errors.addIf(
        to == null && facts.ended() != null && facts.ended() != InterventionEnd.NOT_STATED,
        ENDED,
        "NOT_ALLOWED",
        "Say in 'to' when it ended, be it only the year; without an end only NOT_STATED can be said.");
  }

  private @Nullable StatedDay day(String field) {
    @Nullable String text = input.text(field);
    return text == null ? null : StatedDay.parse(text);
  }

  private boolean isSaid(String field) {
    return input.values().containsKey(field) || known.isEmpty();
  }

  private boolean isSet(String field) {
    return input.values().get(field) != null;
  }
}
