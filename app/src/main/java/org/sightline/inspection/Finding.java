package org.sightline.inspection;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.framework.JudgementArea;
import org.sightline.inspection.framework.Theme;

/**
 * Something that an inspection, visit or challenge found, in short words.
 *
 * @param number its number in the source, null where it has none
 * @param theme null where it is not said what it is about
 * @param area the area judged that it belongs to, null where it is not said
 * @param version counts its changes
 */
public record Finding(
    int key,
    int inspectionKey,
    int councilKey,
    FindingKind kind,
    @Nullable Integer number,
    @Nullable Theme theme,
    @Nullable JudgementArea area,
    String text,
    String source,
    @Nullable String paragraph,
    RecordAccess access,
    int version,
    OffsetDateTime recordedAt) {}
