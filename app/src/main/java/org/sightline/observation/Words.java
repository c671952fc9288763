package org.sightline.observation;

import java.util.Locale;
import org.sightline.graphql.operation.Answer;
import org.sightline.graphql.operation.Observed;

/** Words that labels, spans and lines share. */
final class Words {
  private Words() {}

  /** {@code query}, {@code mutation}, or {@code none} where the document could not be read. */
  static String type(Observed observed) {
    return observed.type() == null ? "none" : observed.type().name().toLowerCase(Locale.ROOT);
  }

  /** How it ended: {@code executed}, {@code errors} beside data, or why it has no data. */
  static String outcome(Observed observed) {
    return observed.kind() == Answer.Kind.EXECUTED && !observed.codes().isEmpty()
        ? "errors"
        : observed.kind().name().toLowerCase(Locale.ROOT);
  }
}
