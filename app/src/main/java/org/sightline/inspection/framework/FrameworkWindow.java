package org.sightline.inspection.framework;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When the next inspection is to be expected, as an estimate.
 *
 * @param area the code of the area whose grade decides, null where none does
 * @param grades the codes of the grades after which it is so, null for any
 * @param nextType the code of what is expected
 * @param fromMonths after an inspection
 */
public record FrameworkWindow(
    String code,
    @Nullable String area,
    @Nullable List<String> grades,
    String nextType,
    int fromMonths,
    int toMonths,
    String source) {}
