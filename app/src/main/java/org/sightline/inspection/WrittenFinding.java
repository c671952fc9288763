package org.sightline.inspection;

import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.Frameworks;
import org.sightline.inspection.framework.JudgementArea;
import org.sightline.inspection.framework.Theme;

/** What a council writes of a finding. */
record WrittenFinding(
    FindingKind kind,
    @Nullable Integer number,
    @Nullable Theme theme,
    @Nullable JudgementArea area,
    String text,
    String source,
    @Nullable String paragraph) {

  /**
   * Reads what is written over what was there before.
   *
   * @param before null for a new one
   */
  static WrittenFinding read(
      Written written, @Nullable Finding before, Framework framework, Frameworks definitions) {
    @Nullable Integer number = written.number("number", before == null ? null : before.number());
    written.wrongIf(
        number != null && number < 1, "number", "NOT_ALLOWED", "A number counts from 1.");
    return new WrittenFinding(
        written.choice(
            "kind", FindingKind.class, before == null ? FindingKind.OBSERVATION : before.kind()),
        number,
        written.known(
            "theme", before == null ? null : before.theme(), definitions.themes(), Theme::code),
        written.known(
            "area", before == null ? null : before.area(), framework.areas(), JudgementArea::code),
        written.text("text", before == null ? "" : before.text()),
        written.text("source", before == null ? "" : before.source()),
        written.optional("paragraph", before == null ? null : before.paragraph()));
  }

  @Nullable String themeCode() {
    return theme == null ? null : theme.code();
  }

  @Nullable String areaCode() {
    return area == null ? null : area.code();
  }
}
