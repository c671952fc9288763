package org.sightline.governance.home;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sightline.governance.StatedDay;

/**
 * What was known of a home at a day.
 *
 * @param gradeCode null where it had not been inspected yet, and then so is the name
 */
record ChildrensHomeGrade(
    int homeKey,
    StatedDay asAt,
    @Nullable String gradeCode,
    @Nullable String gradeName,
    @Nullable LocalDate inspectedOn,
    String source,
    @Nullable String paragraph) {}
